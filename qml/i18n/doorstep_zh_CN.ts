<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AcknowledgeSheet</name>
    <message>
        <source>Acknowledge the risk</source>
        <translation>确认这条风险</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认收到</translation>
    </message>
    <message>
        <source>What happens next, if you like</source>
        <translation>接下来怎么办（可不填）</translation>
    </message>
</context>
<context>
    <name>AreaRow</name>
    <message>
        <source>%1: %2, %3 of %4, %5 missed</source>
        <translation>%1：%2，%4 位中已访 %3 位，漏访 %5 位</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开%1</translation>
    </message>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>%1 missed in %2</source>
        <translation>%2漏访 %1 位</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%L1 missed</source>
        <translation>漏访 %L1</translation>
    </message>
    <message>
        <source>%L1 / %L2</source>
        <translation>%L1 / %L2</translation>
    </message>
</context>
<context>
    <name>AreaTable</name>
    <message>
        <source>Due</source>
        <translation>应访</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已访</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>月探访率</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>漏访</translation>
    </message>
</context>
<context>
    <name>CareWords</name>
    <message>
        <source>woman</source>
        <translation>女</translation>
    </message>
    <message>
        <source>man</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Lives alone</source>
        <translation>独居</translation>
    </message>
    <message>
        <source>Empty nest</source>
        <translation>空巢</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>留守</translation>
    </message>
    <message>
        <source>Extreme hardship</source>
        <translation>特困</translation>
    </message>
    <message>
        <source>Advanced age</source>
        <translation>高龄</translation>
    </message>
    <message>
        <source>Needs daily help</source>
        <translation>失能</translation>
    </message>
    <message>
        <source>Severe disability</source>
        <translation>重残</translation>
    </message>
    <message>
        <source>Special family</source>
        <translation>计生特殊家庭</translation>
    </message>
    <message>
        <source>Memory loss</source>
        <translation>失智</translation>
    </message>
    <message>
        <source>Subsistence allowance</source>
        <translation>低保</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>每周一次</translation>
    </message>
    <message>
        <source>twice a month</source>
        <translation>每月两次</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>每月一次</translation>
    </message>
    <message>
        <source>Away from home</source>
        <translation>外出</translation>
    </message>
    <message>
        <source>In hospital</source>
        <translation>住院</translation>
    </message>
    <message>
        <source>In a care home</source>
        <translation>入住机构</translation>
    </message>
    <message>
        <source>Moved out</source>
        <translation>已迁出</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>已去世</translation>
    </message>
    <message>
        <source>At home</source>
        <translation>在家</translation>
    </message>
    <message>
        <source>is away from home</source>
        <translation>外出了</translation>
    </message>
    <message>
        <source>is in hospital</source>
        <translation>住院了</translation>
    </message>
    <message>
        <source>is in a care home</source>
        <translation>住进养老机构了</translation>
    </message>
    <message>
        <source>has moved out</source>
        <translation>搬走了</translation>
    </message>
    <message>
        <source>has died</source>
        <translation>去世了</translation>
    </message>
    <message>
        <source>nothing to report</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>husband or wife</source>
        <translation>配偶</translation>
    </message>
    <message>
        <source>son or daughter</source>
        <translation>子女</translation>
    </message>
    <message>
        <source>relative</source>
        <translation>亲属</translation>
    </message>
    <message>
        <source>neighbour</source>
        <translation>邻居</translation>
    </message>
    <message>
        <source>guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>friend</source>
        <translation>朋友</translation>
    </message>
    <message>
        <source>carer</source>
        <translation>照护人</translation>
    </message>
    <message>
        <source>ward or community office</source>
        <translation>病区或社区</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>超期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>volunteer</source>
        <translation>志愿者</translation>
    </message>
    <message>
        <source>social worker</source>
        <translation>社工</translation>
    </message>
    <message>
        <source>grid worker</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Nobody is assigned</source>
        <translation>尚未分工</translation>
    </message>
    <message>
        <source>Tried, nobody answered</source>
        <translation>去过，无人应答</translation>
    </message>
    <message>
        <source>Known to be safe, not seen</source>
        <translation>确知平安，未见到</translation>
    </message>
    <message>
        <source>Broken off, not safe</source>
        <translation>不安全，中途离开</translation>
    </message>
    <message>
        <source>Away, nobody vouched</source>
        <translation>不在家，无人代为确认</translation>
    </message>
    <message>
        <source>Not tried this month</source>
        <translation>本月还没去</translation>
    </message>
</context>
<context>
    <name>CaseloadList</name>
    <message>
        <source>Caseload</source>
        <translation>分工</translation>
    </message>
    <message>
        <source>%1 of %2 reached this month</source>
        <translation>本月 %2 位中已访 %1 位</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试</translation>
    </message>
    <message>
        <source>No team on this device yet</source>
        <translation>本机还没有队伍</translation>
    </message>
    <message>
        <source>It comes with the first upload and download.</source>
        <translation>第一次上传下载后就会出现。</translation>
    </message>
</context>
<context>
    <name>ChangePinSheet</name>
    <message>
        <source>Change the PIN</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Changing …</source>
        <translation>正在修改…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>The PIN so far</source>
        <translation>现在的密码</translation>
    </message>
    <message>
        <source>The new PIN</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>The new PIN again</source>
        <translation>再输一次新密码</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次不一样。</translation>
    </message>
</context>
<context>
    <name>ChecklistItemRow</name>
    <message>
        <source>Report a risk: %1</source>
        <translation>上报风险：%1</translation>
    </message>
</context>
<context>
    <name>ChecklistSection</name>
    <message>
        <source>How are things?</source>
        <translation>情况怎么样？</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>As last time</source>
        <translation>与上次相同</translation>
    </message>
    <message>
        <source>All as it should be</source>
        <translation>一切如常</translation>
    </message>
    <message>
        <source>Item by item</source>
        <translation>逐项</translation>
    </message>
    <message>
        <source>Last time, %1: %2</source>
        <translation>上次 %1：%2</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>听力</translation>
    </message>
    <message>
        <source>How to approach</source>
        <translation>怎么打招呼</translation>
    </message>
    <message>
        <source>For your own safety</source>
        <translation>请注意自身安全</translation>
    </message>
    <message>
        <source>At the door</source>
        <translation>门口</translation>
    </message>
    <message>
        <source>One entry</source>
        <translation>一处内容</translation>
    </message>
    <message>
        <source>%1: filled in differently by two people</source>
        <translation>%1：两处填写不一样</translation>
    </message>
    <message>
        <source>Stands now: %1</source>
        <translation>现在采用：%1</translation>
    </message>
    <message>
        <source>(not text)</source>
        <translation>（不是文字）</translation>
    </message>
    <message>
        <source>Also given: %1</source>
        <translation>另一处写的是：%1</translation>
    </message>
    <message>
        <source>Both are kept. The supervisor settles which one is right.</source>
        <translation>两处都保留着，由督导核对后确定。</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Whom to ring</source>
        <translation>可以联系谁</translation>
    </message>
    <message>
        <source>Nobody is on file yet.</source>
        <translation>还没有登记联系人。</translation>
    </message>
    <message>
        <source>No telephone on file</source>
        <translation>没有登记电话</translation>
    </message>
    <message>
        <source>First to ring</source>
        <translation>紧急联系人</translation>
    </message>
</context>
<context>
    <name>CoverageFigures</name>
    <message>
        <source>Monthly visit rate</source>
        <translation>月探访率</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 / %L2</translation>
    </message>
    <message>
        <source>Met in person</source>
        <translation>见到本人</translation>
    </message>
    <message>
        <source>Vouched for only</source>
        <translation>仅代为确认</translation>
    </message>
    <message>
        <source>%L1 of %L2 reached</source>
        <translation>已访 %L2 位中 %L1 位</translation>
    </message>
    <message>
        <source>Declined only</source>
        <translation>拒访</translation>
    </message>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>reached, visit declined</source>
        <translation>联系上，但谢绝探访</translation>
    </message>
    <message>
        <source>Person-times</source>
        <translation>人次</translation>
    </message>
    <message>
        <source>%L1 different elders</source>
        <translation>去重 %L1 人</translation>
    </message>
    <message>
        <source>Service hours</source>
        <translation>服务时长</translation>
    </message>
    <message>
        <source>delivered, hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Risks opened</source>
        <translation>新发现风险</translation>
    </message>
    <message>
        <source>%L1 of them closed</source>
        <translation>其中 %L1 条已销号</translation>
    </message>
    <message>
        <source>Not reached yet</source>
        <translation>漏访</translation>
    </message>
    <message>
        <source>with reasons in the list</source>
        <translation>名单里写明原因</translation>
    </message>
</context>
<context>
    <name>CoveragePage</name>
    <message>
        <source>Subdistrict</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>No figures for this month on this device</source>
        <translation>本机没有这个月的数字</translation>
    </message>
    <message>
        <source>They come with the next upload and download, or the month lies before the start.</source>
        <translation>下次上传下载后就会出现；也可能那时还没有启用。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试</translation>
    </message>
    <message>
        <source>Show all %L1 not reached</source>
        <translation>查看全部 %L1 位漏访老人</translation>
    </message>
    <message>
        <source>%1 · first month, only partly counted</source>
        <translation>%1 · 启用首月，只计部分</translation>
    </message>
    <message>
        <source>%1 · provisional, final on %2</source>
        <translation>%1 · 暂行（%2定稿）</translation>
    </message>
    <message>
        <source>%1 · final</source>
        <translation>%1 · 已定稿</translation>
    </message>
</context>
<context>
    <name>DateWords</name>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>weekday, date</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month name, year</comment>
        <translation>%2年%1</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>lunar %1/%2</source>
        <comment>Chinese calendar: month, day</comment>
        <translation>农历%1%2</translation>
    </message>
    <message>
        <source>%1 (leap month)</source>
        <translation>%1（闰月）</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>1</source>
        <comment>lunar month</comment>
        <translation>正月</translation>
    </message>
    <message>
        <source>2</source>
        <comment>lunar month</comment>
        <translation>二月</translation>
    </message>
    <message>
        <source>3</source>
        <comment>lunar month</comment>
        <translation>三月</translation>
    </message>
    <message>
        <source>4</source>
        <comment>lunar month</comment>
        <translation>四月</translation>
    </message>
    <message>
        <source>5</source>
        <comment>lunar month</comment>
        <translation>五月</translation>
    </message>
    <message>
        <source>6</source>
        <comment>lunar month</comment>
        <translation>六月</translation>
    </message>
    <message>
        <source>7</source>
        <comment>lunar month</comment>
        <translation>七月</translation>
    </message>
    <message>
        <source>8</source>
        <comment>lunar month</comment>
        <translation>八月</translation>
    </message>
    <message>
        <source>9</source>
        <comment>lunar month</comment>
        <translation>九月</translation>
    </message>
    <message>
        <source>10</source>
        <comment>lunar month</comment>
        <translation>十月</translation>
    </message>
    <message>
        <source>11</source>
        <comment>lunar month</comment>
        <translation>冬月</translation>
    </message>
    <message>
        <source>12</source>
        <comment>lunar month</comment>
        <translation>腊月</translation>
    </message>
    <message>
        <source>1</source>
        <comment>lunar day</comment>
        <translation>初一</translation>
    </message>
    <message>
        <source>2</source>
        <comment>lunar day</comment>
        <translation>初二</translation>
    </message>
    <message>
        <source>3</source>
        <comment>lunar day</comment>
        <translation>初三</translation>
    </message>
    <message>
        <source>4</source>
        <comment>lunar day</comment>
        <translation>初四</translation>
    </message>
    <message>
        <source>5</source>
        <comment>lunar day</comment>
        <translation>初五</translation>
    </message>
    <message>
        <source>6</source>
        <comment>lunar day</comment>
        <translation>初六</translation>
    </message>
    <message>
        <source>7</source>
        <comment>lunar day</comment>
        <translation>初七</translation>
    </message>
    <message>
        <source>8</source>
        <comment>lunar day</comment>
        <translation>初八</translation>
    </message>
    <message>
        <source>9</source>
        <comment>lunar day</comment>
        <translation>初九</translation>
    </message>
    <message>
        <source>10</source>
        <comment>lunar day</comment>
        <translation>初十</translation>
    </message>
    <message>
        <source>11</source>
        <comment>lunar day</comment>
        <translation>十一</translation>
    </message>
    <message>
        <source>12</source>
        <comment>lunar day</comment>
        <translation>十二</translation>
    </message>
    <message>
        <source>13</source>
        <comment>lunar day</comment>
        <translation>十三</translation>
    </message>
    <message>
        <source>14</source>
        <comment>lunar day</comment>
        <translation>十四</translation>
    </message>
    <message>
        <source>15</source>
        <comment>lunar day</comment>
        <translation>十五</translation>
    </message>
    <message>
        <source>16</source>
        <comment>lunar day</comment>
        <translation>十六</translation>
    </message>
    <message>
        <source>17</source>
        <comment>lunar day</comment>
        <translation>十七</translation>
    </message>
    <message>
        <source>18</source>
        <comment>lunar day</comment>
        <translation>十八</translation>
    </message>
    <message>
        <source>19</source>
        <comment>lunar day</comment>
        <translation>十九</translation>
    </message>
    <message>
        <source>20</source>
        <comment>lunar day</comment>
        <translation>二十</translation>
    </message>
    <message>
        <source>21</source>
        <comment>lunar day</comment>
        <translation>廿一</translation>
    </message>
    <message>
        <source>22</source>
        <comment>lunar day</comment>
        <translation>廿二</translation>
    </message>
    <message>
        <source>23</source>
        <comment>lunar day</comment>
        <translation>廿三</translation>
    </message>
    <message>
        <source>24</source>
        <comment>lunar day</comment>
        <translation>廿四</translation>
    </message>
    <message>
        <source>25</source>
        <comment>lunar day</comment>
        <translation>廿五</translation>
    </message>
    <message>
        <source>26</source>
        <comment>lunar day</comment>
        <translation>廿六</translation>
    </message>
    <message>
        <source>27</source>
        <comment>lunar day</comment>
        <translation>廿七</translation>
    </message>
    <message>
        <source>28</source>
        <comment>lunar day</comment>
        <translation>廿八</translation>
    </message>
    <message>
        <source>29</source>
        <comment>lunar day</comment>
        <translation>廿九</translation>
    </message>
    <message>
        <source>30</source>
        <comment>lunar day</comment>
        <translation>三十</translation>
    </message>
    <message>
        <source>%2 %1</source>
        <comment>month name, day of month</comment>
        <translation>%1%2日</translation>
    </message>
</context>
<context>
    <name>ElderDetail</name>
    <message>
        <source>Choose somebody from the list</source>
        <translation>请从左边选一位</translation>
    </message>
    <message>
        <source>Their file opens here.</source>
        <translation>在这里打开老人的档案。</translation>
    </message>
</context>
<context>
    <name>ElderList</name>
    <message>
        <source>Elders</source>
        <translation>老人</translation>
    </message>
</context>
<context>
    <name>ElderPage</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n 岁</numerusform>
        </translation>
    </message>
    <message>
        <source>For your own safety</source>
        <translation>请注意自身安全</translation>
    </message>
    <message>
        <source>If in doubt, stay outside and ring.</source>
        <translation>拿不准时请留在门外，先打电话。</translation>
    </message>
    <message>
        <source>How to approach</source>
        <translation>怎么打招呼</translation>
    </message>
    <message>
        <source>Language and hearing</source>
        <translation>语言和听力</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Lives here, too</source>
        <translation>同住</translation>
    </message>
    <message>
        <source>Visited by</source>
        <translation>探访人</translation>
    </message>
    <message>
        <source>Nobody is assigned</source>
        <translation>尚未分工</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Filled in differently</source>
        <translation>两处填写不一样</translation>
    </message>
    <message>
        <source>Visits and calls</source>
        <translation>历次探访</translation>
    </message>
    <message>
        <source>None yet. Yours is the first.</source>
        <translation>还没有，您是第一位。</translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <translation>继续探访</translation>
    </message>
    <message>
        <source>Start visit</source>
        <translation>开始探访</translation>
    </message>
    <message>
        <source>Begun %1, kept on this device</source>
        <translation>%1 开始，已保存在本机</translation>
    </message>
</context>
<context>
    <name>ElderRow</name>
    <message>
        <source>Visited</source>
        <translation>已访</translation>
    </message>
    <message>
        <source>%1 risk open</source>
        <translation>%1色风险未销号</translation>
    </message>
    <message>
        <source>Visit not finished</source>
        <translation>探访未完成</translation>
    </message>
    <message>
        <source>Not uploaded yet</source>
        <translation>未上传</translation>
    </message>
    <message>
        <source>last on %1</source>
        <translation>上次 %1</translation>
    </message>
</context>
<context>
    <name>EldersList</name>
    <message>
        <source>Elders</source>
        <translation>老人</translation>
    </message>
    <message numerus="yes">
        <source>%n elder(s)</source>
        <translation>
            <numerusform>%n 位老人</numerusform>
        </translation>
    </message>
    <message>
        <source>Name, pinyin, initials or door</source>
        <translation>姓名、拼音、首字母或门牌</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试</translation>
    </message>
    <message>
        <source>No elders on this device yet</source>
        <translation>本机还没有老人</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>They come with the first upload and download.</source>
        <translation>第一次上传下载后就会出现。</translation>
    </message>
    <message>
        <source>Try a part of the name, its first letters, or the door.</source>
        <translation>试试名字里的一个字、拼音首字母，或门牌号。</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Set up this device</source>
        <translation>登记这台设备</translation>
    </message>
    <message>
        <source>Your supervisor gave you a slip with an address and a code. It is needed only once.</source>
        <translation>督导给您的纸条上有地址和登记码，只用一次。</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>登记码</translation>
    </message>
    <message>
        <source>A name for this device</source>
        <translation>给设备起个名字</translation>
    </message>
    <message>
        <source>Tablet 3</source>
        <translation>平板 3</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Choose a PIN</source>
        <translation>请设一个密码</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>请再输一次</translation>
    </message>
    <message numerus="yes">
        <source>At least %n digit(s), not a birthday. It opens this device every day.</source>
        <translation>
            <numerusform>至少 %n 位数字，别用生日。每天用它打开本机。</numerusform>
        </translation>
    </message>
    <message>
        <source>So that a slip of the finger does not lock you out.</source>
        <translation>免得手滑输错，把自己锁在外面。</translation>
    </message>
    <message>
        <source>The two were not the same. Nothing was changed; please choose again.</source>
        <translation>两次不一样。没有任何改动，请重新设一个。</translation>
    </message>
    <message>
        <source>Back to address and code</source>
        <translation>回到地址和登记码</translation>
    </message>
    <message>
        <source>Asking the service …</source>
        <translation>正在联系服务…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>FailureWords</name>
    <message>
        <source>The service cannot be reached.</source>
        <translation>网络不通。</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>服务没有及时回答。</translation>
    </message>
    <message>
        <source>The service does not accept this device any more.</source>
        <translation>服务不再接受这台设备。</translation>
    </message>
    <message>
        <source>This version of Doorstep is too old for the service.</source>
        <translation>本机的敲门版本太旧了。</translation>
    </message>
    <message>
        <source>The service answered with a fault of its own.</source>
        <translation>服务那边出了问题。</translation>
    </message>
    <message>
        <source>There is no room left on this device.</source>
        <translation>本机存储空间满了。</translation>
    </message>
    <message>
        <source>The data file on this device is damaged.</source>
        <translation>本机的数据文件损坏了。</translation>
    </message>
    <message>
        <source>This is not within your area or your role.</source>
        <translation>这不在您的范围或职责之内。</translation>
    </message>
    <message>
        <source>This is not on this device.</source>
        <translation>本机上没有这项内容。</translation>
    </message>
    <message>
        <source>That PIN is not right.</source>
        <translation>密码不对。</translation>
    </message>
    <message>
        <source>There were too many wrong PINs.</source>
        <translation>输错密码的次数太多了。</translation>
    </message>
    <message>
        <source>That recovery key is not right.</source>
        <translation>恢复码不对。</translation>
    </message>
    <message>
        <source>The service does not know this code.</source>
        <translation>服务没有找到这个登记码。</translation>
    </message>
    <message>
        <source>This code is out of date.</source>
        <translation>这个登记码已过期。</translation>
    </message>
    <message>
        <source>This code has already been used.</source>
        <translation>这个登记码已经用过了。</translation>
    </message>
    <message>
        <source>That is not a whole code. It has sixteen letters and digits.</source>
        <translation>登记码不完整，应有十六个字母和数字。</translation>
    </message>
    <message>
        <source>This device has lost the key that goes with your PIN.</source>
        <translation>本机丢失了与密码配套的钥匙。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation>出了意料之外的问题。</translation>
    </message>
    <message>
        <source>Nothing was changed on this device.</source>
        <translation>本机没有任何改动。</translation>
    </message>
    <message>
        <source>The file was set aside untouched; nothing was deleted. Whatever was uploaded is at the service.</source>
        <translation>文件已原样移到一旁，没有删除任何内容；上传过的都在服务那边。</translation>
    </message>
    <message>
        <source>Everything saved so far is safe. What you just entered is still on the page.</source>
        <translation>之前保存的都安全；刚填的还在这一页上。</translation>
    </message>
    <message>
        <source>Your visits are safe on this device, locked.</source>
        <translation>您的探访记录安全地锁在本机里。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>Everything you recorded is safe on this device.</source>
        <translation>您记录的内容都安全地保存在本机。</translation>
    </message>
    <message>
        <source>You can go on working. Please try again when there is a network.</source>
        <translation>您可以继续工作，等有网络时再试。</translation>
    </message>
    <message>
        <source>You can go on working. Please try again in a few minutes.</source>
        <translation>您可以继续工作，过几分钟再试。</translation>
    </message>
    <message>
        <source>Please tell your supervisor; this device must be enrolled again.</source>
        <translation>请告诉督导，这台设备需要重新登记。</translation>
    </message>
    <message>
        <source>Please have Doorstep updated; until then you can go on recording.</source>
        <translation>请更新敲门；更新之前可以照常记录。</translation>
    </message>
    <message>
        <source>Doorstep tries again by itself. If it goes on, please tell the operator.</source>
        <translation>敲门会自动再试；如果一直这样，请告诉管理员。</translation>
    </message>
    <message>
        <source>Please remove photos or other files you do not need, then save again.</source>
        <translation>请删掉不需要的照片或文件，然后再保存一次。</translation>
    </message>
    <message>
        <source>Please tell your supervisor and enrol this device again with a new code.</source>
        <translation>请告诉督导，并用新的登记码重新登记。</translation>
    </message>
    <message>
        <source>If you need it, please ask your supervisor.</source>
        <translation>如果需要，请联系督导。</translation>
    </message>
    <message>
        <source>Please upload and download once, then look again.</source>
        <translation>请先上传下载一次，再来看看。</translation>
    </message>
    <message>
        <source>Please try again. If you have forgotten it, use the recovery key.</source>
        <translation>请再试一次；如果忘了，可以用恢复码。</translation>
    </message>
    <message>
        <source>Please wait a little before the next try, or use the recovery key.</source>
        <translation>请稍等再试，或者用恢复码。</translation>
    </message>
    <message>
        <source>Please compare it with your note, letter by letter, and try again.</source>
        <translation>请对照纸条逐个核对，再试一次。</translation>
    </message>
    <message>
        <source>Please compare it with the slip you were given, or ask your supervisor for a new code.</source>
        <translation>请对照纸条核对，或者向督导要一个新的登记码。</translation>
    </message>
    <message>
        <source>Please ask your supervisor for a new code.</source>
        <translation>请向督导要一个新的登记码。</translation>
    </message>
    <message>
        <source>Please compare it with the slip you were given.</source>
        <translation>请对照纸条核对。</translation>
    </message>
    <message>
        <source>Please open with the recovery key and choose a PIN again.</source>
        <translation>请用恢复码打开，再重新设密码。</translation>
    </message>
    <message>
        <source>Please try again. If it happens again, tell your supervisor what you were doing.</source>
        <translation>请再试一次；如果还这样，请告诉督导当时在做什么。</translation>
    </message>
    <message>
        <source>Please say first whether you met the elder.</source>
        <translation>请先选择有没有见到老人。</translation>
    </message>
    <message>
        <source>The visit would end before it began; the device&apos;s clock may have been changed.</source>
        <translation>结束时间早于开始时间，可能是本机的时钟被改过。</translation>
    </message>
    <message>
        <source>The visit would be longer than a day; perhaps it was left open.</source>
        <translation>这次探访超过了一天，可能是忘了结束。</translation>
    </message>
    <message>
        <source>The date cannot be right; the device&apos;s clock is wrong.</source>
        <translation>日期不对，本机的时钟有误。</translation>
    </message>
    <message>
        <source>The note is too long.</source>
        <translation>备注太长了。</translation>
    </message>
    <message>
        <source>Something is still missing here.</source>
        <translation>这里还缺内容。</translation>
    </message>
    <message>
        <source>Somebody vouching counts only while a confirmed absence lasts.</source>
        <translation>只有经确认外出或住院期间，代为确认才算数。</translation>
    </message>
    <message>
        <source>How the elder was met does not fit together.</source>
        <translation>见面方式和结果对不上。</translation>
    </message>
    <message>
        <source>Who reported a red or orange risk cannot close it.</source>
        <translation>红色和橙色风险不能由上报人自己销号。</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>您的职责不包括这一项。</translation>
    </message>
    <message>
        <source>This door is not assigned to you.</source>
        <translation>这一户没有分给您。</translation>
    </message>
    <message>
        <source>It names something the service does not know.</source>
        <translation>其中有服务不认识的内容。</translation>
    </message>
    <message>
        <source>The service could not take this as it is.</source>
        <translation>服务没能接收这一条。</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Last upload: %1</source>
        <translation>上次上传：%1</translation>
    </message>
</context>
<context>
    <name>GateFrame</name>
    <message>
        <source>Doorstep</source>
        <translation>敲门</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
</context>
<context>
    <name>LevelChoice</name>
    <message>
        <source>How urgent is it?</source>
        <translation>有多紧急？</translation>
    </message>
    <message>
        <source>Ring first: 120 ambulance, 110 police, 119 fire. Then your supervisor.</source>
        <translation>先打电话：120 急救，110 警察，119 火警。然后告诉督导。</translation>
    </message>
    <message>
        <source>Whom did you ring, and who answered?</source>
        <translation>打了哪个电话，谁接的？</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Doorstep</source>
        <translation>敲门</translation>
    </message>
</context>
<context>
    <name>MetSection</name>
    <message>
        <source>Did you meet them yourself?</source>
        <translation>见到本人吗？</translation>
    </message>
    <message>
        <source>Something else …</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Reported: %1. A supervisor confirms it.</source>
        <translation>上报：%1。由督导核实。</translation>
    </message>
    <message>
        <source>Nobody answered.</source>
        <translation>无人应答。</translation>
    </message>
    <message>
        <source>The attempt is recorded; it does not count as a visit.</source>
        <translation>这次敲门已记下，不算探访。</translation>
    </message>
    <message>
        <source>Please try again, then ring, ask a neighbour, ring the first person on file. With a cry, a smell, running water or piled-up post: ring 110 or 120 at once.</source>
        <translation>请再试一次，然后打电话、问邻居、打紧急联系人。听到呼救、闻到异味、有流水声或报纸堆积时，请立即拨打 110 或 120。</translation>
    </message>
</context>
<context>
    <name>MissedList</name>
    <message>
        <source>Not reached</source>
        <translation>漏访名单</translation>
    </message>
    <message numerus="yes">
        <source>%n elder(s)</source>
        <translation>
            <numerusform>%n 位老人</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to coverage</source>
        <translation>回到覆盖</translation>
    </message>
    <message>
        <source>This list is asked from the service each time. Please try again when there is a network.</source>
        <translation>这份名单每次都向服务查询，请等有网络时再试。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试</translation>
    </message>
    <message>
        <source>Everybody was reached</source>
        <translation>都访到了</translation>
    </message>
    <message>
        <source>last on %1</source>
        <translation>上次 %1</translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>还没有访过</translation>
    </message>
</context>
<context>
    <name>MoreMetSheet</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>How was it instead?</source>
        <translation>是哪一种情况？</translation>
    </message>
    <message>
        <source>Or somebody on file vouches</source>
        <translation>或者由登记的人代为确认</translation>
    </message>
    <message>
        <source>What did you hear about them?</source>
        <translation>听说老人现在怎样？</translation>
    </message>
</context>
<context>
    <name>NoteSection</name>
    <message>
        <source>A note for next time</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Type here if you like</source>
        <translation>也可以在这里写</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>更多…</translation>
    </message>
</context>
<context>
    <name>OpenRisksList</name>
    <message>
        <source>Open</source>
        <translation>待办</translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s) open</source>
        <translation>
            <numerusform>%n 条风险未销号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to acknowledge</source>
        <translation>
            <numerusform>%n 条待确认</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试</translation>
    </message>
    <message>
        <source>No open risks</source>
        <translation>没有未销号的风险</translation>
    </message>
    <message>
        <source>What visitors report appears here as soon as it is uploaded.</source>
        <translation>探访人员上报并上传后，就会出现在这里。</translation>
    </message>
    <message>
        <source>Open risks</source>
        <translation>未销号的风险</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>PastVisitRow</name>
    <message>
        <source>Reported: %1</source>
        <translation>上报：%1</translation>
    </message>
    <message>
        <source>Not uploaded yet</source>
        <translation>未上传</translation>
    </message>
</context>
<context>
    <name>PinDots</name>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>已输入 %n 位</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>删去一位</translation>
    </message>
</context>
<context>
    <name>PlaceItem</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Elders</source>
        <translation>老人</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Caseload</source>
        <translation>分工</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Open with a recovery key</source>
        <translation>用恢复码打开</translation>
    </message>
    <message>
        <source>Your visits are safe on this device. Your organisation can open it again with you.</source>
        <translation>探访记录安全地在本机里，可以请单位和您一起打开。</translation>
    </message>
    <message>
        <source>1. Read this request to your organisation</source>
        <translation>1. 把这串申请码告诉单位</translation>
    </message>
    <message>
        <source>There is no request on this device.</source>
        <translation>本机没有申请码。</translation>
    </message>
    <message>
        <source>2. The recovery key that comes back</source>
        <translation>2. 填写单位给的恢复码</translation>
    </message>
    <message>
        <source>3. A new PIN</source>
        <translation>3. 设一个新密码</translation>
    </message>
    <message>
        <source>The new PIN again</source>
        <translation>再输一次新密码</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次不一样。</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Back to the PIN</source>
        <translation>回到密码</translation>
    </message>
</context>
<context>
    <name>RiskCard</name>
    <message>
        <source>Not uploaded yet</source>
        <translation>未上传</translation>
    </message>
    <message>
        <source>Rang: %1</source>
        <translation>已打电话：%1</translation>
    </message>
    <message>
        <source>%1 by %2 (%3)</source>
        <translation>%2 前%1（%3）</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认收到</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>看档案</translation>
    </message>
</context>
<context>
    <name>RiskSection</name>
    <message>
        <source>Anything that worries you?</source>
        <translation>有让人担心的吗？</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>撤回：%1</translation>
    </message>
    <message>
        <source>Report a risk</source>
        <translation>发现风险</translation>
    </message>
</context>
<context>
    <name>RiskSheet</name>
    <message>
        <source>Report a risk</source>
        <translation>发现风险</translation>
    </message>
    <message>
        <source>Put it on the visit</source>
        <translation>记到这次探访</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>是哪一类？</translation>
    </message>
    <message>
        <source>Only few people will see this one.</source>
        <translation>这一类只有少数人能看到。</translation>
    </message>
    <message>
        <source>In a few words, if you like</source>
        <translation>简单说明（可不填）</translation>
    </message>
</context>
<context>
    <name>RiskWords</name>
    <message>
        <source>Cannot be reached</source>
        <translation>无法联系</translation>
    </message>
    <message>
        <source>Fall</source>
        <translation>跌倒</translation>
    </message>
    <message>
        <source>Suddenly ill</source>
        <translation>急病</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>用药</translation>
    </message>
    <message>
        <source>Gas, electricity, fire</source>
        <translation>燃气/用电/用火</translation>
    </message>
    <message>
        <source>House or flat</source>
        <translation>房屋</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>营养</translation>
    </message>
    <message>
        <source>Memory, getting lost</source>
        <translation>认知/走失</translation>
    </message>
    <message>
        <source>Mood, self-harm</source>
        <translation>情绪/自伤</translation>
    </message>
    <message>
        <source>Suspected abuse</source>
        <translation>疑似虐待</translation>
    </message>
    <message>
        <source>Suspected fraud</source>
        <translation>疑似诈骗</translation>
    </message>
    <message>
        <source>Family does not help</source>
        <translation>赡养缺失</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>经济</translation>
    </message>
    <message>
        <source>Neglects themselves</source>
        <translation>自我忽视</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Somebody may be in danger now</source>
        <translation>现在可能有危险</translation>
    </message>
    <message>
        <source>Needs action within days</source>
        <translation>几天内要处置</translation>
    </message>
    <message>
        <source>Should be looked at</source>
        <translation>需要留意</translation>
    </message>
    <message>
        <source>Supervisor answers within 15 minutes, help within 2 hours, settled within 24 hours.</source>
        <translation>督导 15 分钟内回应，2 小时内处置，24 小时内办结。</translation>
    </message>
    <message>
        <source>Supervisor answers within 24 hours, action within 3 working days, settled within 7 days.</source>
        <translation>督导 24 小时内回应，3 个工作日内处置，7 天内办结。</translation>
    </message>
    <message>
        <source>Supervisor answers within 3 working days, settled within 30 days.</source>
        <translation>督导 3 个工作日内回应，30 天内办结。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新上报</translation>
    </message>
    <message>
        <source>Seen by the supervisor</source>
        <translation>督导已确认</translation>
    </message>
    <message>
        <source>Being dealt with</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>已转介</translation>
    </message>
    <message>
        <source>Settled, to be checked</source>
        <translation>已办结，待回头看</translation>
    </message>
    <message>
        <source>Checked again</source>
        <translation>已回头看</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已销号</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Not a risk</source>
        <translation>不是风险</translation>
    </message>
    <message>
        <source>Reported twice</source>
        <translation>重复上报</translation>
    </message>
    <message>
        <source>to be acknowledged</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>to be acted on</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>to be settled</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>已超 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>清空搜索</translation>
    </message>
</context>
<context>
    <name>ServiceSection</name>
    <message>
        <source>What did you do for them?</source>
        <translation>做了哪些服务？</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>更多…</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>明暗</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Others can see this screen</source>
        <translation>旁人能看到屏幕</translation>
    </message>
    <message>
        <source>Hides the kinds of elders on lists.</source>
        <translation>列表里不显示老人的类别。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Locked, nobody can read what is on this device. Unfinished visits are kept.</source>
        <translation>锁定后别人看不到本机的内容；没完成的探访都留着。</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>现在锁定</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>修改密码</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>正在读取</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Less: %1</source>
        <translation>减少：%1</translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation>增加：%1</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Upload and download</source>
        <translation>上传下载</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Kept on this device until there is a network</source>
        <translation>保存在本机，联网后自动上传</translation>
    </message>
    <message>
        <source>Nothing waits on this device</source>
        <translation>没有等待上传的内容</translation>
    </message>
    <message>
        <source>Whatever you record appears here until it has been uploaded.</source>
        <translation>您记录的内容在上传之前会列在这里。</translation>
    </message>
</context>
<context>
    <name>SyncStatusCard</name>
    <message>
        <source>Last complete exchange: %1</source>
        <translation>上次完成：%1</translation>
    </message>
    <message>
        <source>Next try by itself at %1</source>
        <translation>%1 自动再试</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) are safely kept on this device.</source>
        <translation>
            <numerusform>%n 次探访已安全保存在本机。</numerusform>
        </translation>
    </message>
    <message>
        <source>They are uploaded by themselves when there is a network; you can go on working.</source>
        <translation>联网后会自动上传，您可以继续工作。</translation>
    </message>
    <message>
        <source>Under way …</source>
        <translation>正在进行…</translation>
    </message>
    <message>
        <source>Upload and download now</source>
        <translation>现在上传下载</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>All uploaded %1</source>
        <translation>全部已上传 %1</translation>
    </message>
    <message>
        <source>Uploading and downloading, %1 of %2</source>
        <translation>正在上传下载，%1 / %2</translation>
    </message>
    <message>
        <source>Uploading and downloading</source>
        <translation>正在上传下载</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n 条需要处理</numerusform>
        </translation>
    </message>
    <message>
        <source>The upload needs you</source>
        <translation>上传需要处理</translation>
    </message>
    <message>
        <source>Not uploaded or downloaded yet</source>
        <translation>还没有上传下载过</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) kept on this device, uploaded when there is a network</source>
        <translation>
            <numerusform>%n 次探访保存在本机，联网后自动上传</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) kept on this device, uploaded when there is a network</source>
        <translation>
            <numerusform>%n 条记录保存在本机，联网后自动上传</numerusform>
        </translation>
    </message>
    <message>
        <source>Never yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Elder&apos;s file</source>
        <translation>老人档案</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>探访</translation>
    </message>
    <message>
        <source>Service hours</source>
        <translation>服务时长</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Word on a risk</source>
        <translation>风险处置</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
</context>
<context>
    <name>TodayList</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Name, pinyin, initials or door</source>
        <translation>姓名、拼音、首字母或门牌</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试</translation>
    </message>
    <message>
        <source>Nobody is due today</source>
        <translation>今天没有到期的探访</translation>
    </message>
    <message>
        <source>Nobody found among today&apos;s doors</source>
        <translation>今日名单里没有找到</translation>
    </message>
    <message>
        <source>You can still visit anybody: open Elders and choose.</source>
        <translation>您仍然可以探访任何一位：打开“老人”来选。</translation>
    </message>
    <message>
        <source>Look under Elders for everybody else.</source>
        <translation>其他老人请到“老人”里找。</translation>
    </message>
</context>
<context>
    <name>TodayRow</name>
    <message>
        <source>Red risk open</source>
        <translation>红色风险未销号</translation>
    </message>
    <message>
        <source>Nobody answered %1, please try again</source>
        <translation>%1 无人应答，请再试</translation>
    </message>
    <message>
        <source>%1, last on %2</source>
        <translation>%1，上次 %2</translation>
    </message>
    <message>
        <source>%1, not visited yet</source>
        <translation>%1，还没有访过</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>TodaySection</name>
    <message>
        <source>Cannot wait</source>
        <translation>要紧</translation>
    </message>
    <message>
        <source>Visited today</source>
        <translation>今日已访</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Your PIN, please</source>
        <translation>请输入密码</translation>
    </message>
    <message>
        <source>What is on this device opens with your PIN only.</source>
        <translation>本机的内容只有用您的密码才能打开。</translation>
    </message>
    <message>
        <source>The next try is possible in %1.</source>
        <translation>请等 %1 再试。</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>I have forgotten my PIN</source>
        <translation>忘记密码</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Read it through together</source>
        <translation>一起核对</translation>
    </message>
    <message>
        <source>begun %1</source>
        <translation>%1 开始</translation>
    </message>
    <message>
        <source>Back to the visit</source>
        <translation>回到探访</translation>
    </message>
    <message>
        <source>Leave, the visit is kept</source>
        <translation>离开，探访会保留</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>The visit is paused.</source>
        <translation>探访已暂停。</translation>
    </message>
    <message>
        <source>Everything is kept on this device.</source>
        <translation>内容都保存在本机。</translation>
    </message>
    <message>
        <source>Press Go on when you are back; the break is taken off the time.</source>
        <translation>回来后请按“继续”，暂停的时间不计入。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>First say whether you met them.</source>
        <translation>请先选择有没有见到本人。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>VisitSaved</name>
    <message>
        <source>The visit is saved on this device</source>
        <translation>这次探访已保存在本机</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>回到名单</translation>
    </message>
</context>
<context>
    <name>VisitSummary</name>
    <message>
        <source>Nothing is lost: the visit is kept on this device as it is.</source>
        <translation>内容没有丢失，探访原样保存在本机。</translation>
    </message>
    <message>
        <source>Please set the clock of this device, or say below how long the visit was.</source>
        <translation>请校准本机时钟，或者在下面选择探访了多久。</translation>
    </message>
    <message>
        <source>Please go back, change it, and finish again.</source>
        <translation>请返回修改，再按完成。</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>还没有选择</translation>
    </message>
    <message>
        <source>Reported: %1</source>
        <translation>上报：%1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1, cannot be right</source>
        <translation>%1，时间不对</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 – %2，%3</translation>
    </message>
    <message>
        <source>How things are</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>As last time: %1</source>
        <translation>与上次相同：%1</translation>
    </message>
    <message>
        <source>Risk, %1</source>
        <translation>风险 · %1</translation>
    </message>
    <message>
        <source>Done for them, %1</source>
        <translation>服务 · %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Saved on this device at once, uploaded by itself when there is a network.</source>
        <translation>保存后立即存入本机，联网后自动上传。</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>Met in person</source>
        <translation>见到本人</translation>
    </message>
    <message>
        <source>Talked through the door</source>
        <translation>门口说话</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation>无人应答</translation>
    </message>
    <message>
        <source>Video call</source>
        <translation>视频通话</translation>
    </message>
    <message>
        <source>Seen, visit declined</source>
        <translation>见到，谢绝探访</translation>
    </message>
    <message>
        <source>Reached by phone, declined</source>
        <translation>电话接通，谢绝</translation>
    </message>
    <message>
        <source>Not seen, but surely safe</source>
        <translation>没见到，但确知平安</translation>
    </message>
    <message>
        <source>Somebody on file vouches</source>
        <translation>登记的人代为确认</translation>
    </message>
    <message>
        <source>Rang, nobody answered</source>
        <translation>打过电话，无人接听</translation>
    </message>
    <message>
        <source>Left early, not safe for me</source>
        <translation>不安全，中途离开</translation>
    </message>
    <message>
        <source>Did not take place</source>
        <translation>没有进行</translation>
    </message>
    <message>
        <source>Counts as a visit. We come again another day.</source>
        <translation>算探访。改天再来。</translation>
    </message>
    <message>
        <source>Counts as contact. We ring again another day.</source>
        <translation>算联系上。改天再打。</translation>
    </message>
    <message>
        <source>Does not count as a visit; the elder stays on the list.</source>
        <translation>不算探访，老人仍在名单里。</translation>
    </message>
    <message>
        <source>Counts while a confirmed absence lasts.</source>
        <translation>经确认外出或住院期间算数。</translation>
    </message>
    <message>
        <source>Does not count; please try again today.</source>
        <translation>不算数，请今天再试。</translation>
    </message>
    <message>
        <source>Your own safety comes first. The supervisor sees it.</source>
        <translation>您的安全第一，督导会看到。</translation>
    </message>
    <message>
        <source>Nothing is counted.</source>
        <translation>不计入。</translation>
    </message>
    <message>
        <source>Spoke by phone</source>
        <translation>通了电话</translation>
    </message>
    <message>
        <source>Somebody on file vouched</source>
        <translation>登记的人代为确认</translation>
    </message>
    <message>
        <source>Not seen, known to be safe</source>
        <translation>没见到，确知平安</translation>
    </message>
    <message>
        <source>Broken off, not safe</source>
        <translation>不安全，中途离开</translation>
    </message>
    <message>
        <source>Sign of life from a device</source>
        <translation>设备有活动信号</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>探访</translation>
    </message>
    <message>
        <source>Company and a chat</source>
        <translation>陪伴聊天</translation>
    </message>
    <message>
        <source>Errand</source>
        <translation>代办</translation>
    </message>
    <message>
        <source>Haircut</source>
        <translation>义剪</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>义诊、量血压</translation>
    </message>
    <message>
        <source>Finding support</source>
        <translation>对接帮扶</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>助餐</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>助洁</translation>
    </message>
    <message>
        <source>Help with bathing</source>
        <translation>助浴</translation>
    </message>
    <message>
        <source>Urgent help</source>
        <translation>助急</translation>
    </message>
    <message>
        <source>To the doctor</source>
        <translation>助医</translation>
    </message>
    <message>
        <source>Getting about</source>
        <translation>助行</translation>
    </message>
    <message>
        <source>Explaining policy</source>
        <translation>政策宣讲</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>It is kept; please tell your supervisor.</source>
        <translation>内容保留着，请告诉督导。</translation>
    </message>
</context>
<context>
    <name>WorkerPage</name>
    <message>
        <source>Nobody assigned</source>
        <translation>未分工</translation>
    </message>
    <message numerus="yes">
        <source>%n elder(s)</source>
        <translation>
            <numerusform>%n 位老人</numerusform>
        </translation>
    </message>
    <message>
        <source>No elders here</source>
        <translation>这里没有老人</translation>
    </message>
    <message>
        <source>Doors are assigned at the district desk.</source>
        <translation>由区里统一分工。</translation>
    </message>
</context>
<context>
    <name>WorkerRow</name>
    <message>
        <source>Nobody assigned</source>
        <translation>未分工</translation>
    </message>
    <message>
        <source>%1 of %2 reached</source>
        <translation>%2 位中已访 %1 位</translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>超期 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n still due</source>
        <translation>
            <numerusform>待访 %n 位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n risk(s)</source>
        <translation>
            <numerusform>风险 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>last record %1</source>
        <translation>最近记录 %1</translation>
    </message>
</context>
</TS>
