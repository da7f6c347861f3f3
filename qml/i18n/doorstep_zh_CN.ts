<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
    <name>AsideSheet</name>
    <message>
        <source>Put aside</source>
        <translation>暂放</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>予以记入</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>不予记入</translation>
    </message>
    <message>
        <source>Please say why, in at most 200 characters.</source>
        <translation>请说明理由，最多 200 个字。</translation>
    </message>
    <message>
        <source>Nothing of this is lost. Take in what you have made sure of, with whoever recorded it: its date, or that it is theirs. What is wrong in itself has to be corrected on the tablet.</source>
        <translation>这些数据都没有丢失。请向记录人核实日期或是否其本人记录，核实后予以记入；内容本身有误的，要在平板上更正。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Nothing is put aside</source>
        <translation>没有暂放的变更</translation>
    </message>
    <message>
        <source>The tablet says %1. It was written down between %2 and %3.</source>
        <translation>平板上的日期是 %1；实际记录于 %2 至 %3 之间。</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>%1 收到</translation>
    </message>
    <message>
        <source>Why it is let go</source>
        <translation>不予记入的理由</translation>
    </message>
</context>
<context>
    <name>AssignSheet</name>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>Assign from today</source>
        <translation>从今天起分配</translation>
    </message>
    <message numerus="yes">
        <source>%n door(s)</source>
        <translation>
            <numerusform>%n 户</numerusform>
        </translation>
    </message>
    <message>
        <source>Whoever had the door before keeps what they recorded, and their hours.</source>
        <translation>原来负责的人所做的记录和时长都保留。</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>BundleCard</name>
    <message>
        <source>No network for a long time?</source>
        <translation>长时间没有网络？</translation>
    </message>
    <message>
        <source>Write what waits into a sealed file on a USB stick and take it to the district desk. Nobody can read it on the way. The desk gives the receipts back on the stick.</source>
        <translation>把待上传的记录写成加密文件，存到 U 盘，带到区里。路上谁也读不了。区里把回执写在 U 盘上交回。</translation>
    </message>
    <message numerus="yes">
        <source>Written: %1, %n change(s). They wait here until the receipts are read.</source>
        <translation>
            <numerusform>已写出 %1，%n 条变更。读入回执之前，它们仍留在本机。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits on this device; there is nothing to write.</source>
        <translation>本机没有待上传的内容，不需要写出。</translation>
    </message>
    <message>
        <source>What waits is safely kept on this device.</source>
        <translation>待上传的内容都安全地保存在本机。</translation>
    </message>
    <message>
        <source>Write to a stick …</source>
        <translation>写到 U 盘…</translation>
    </message>
    <message>
        <source>Read the receipts …</source>
        <translation>读入回执…</translation>
    </message>
</context>
<context>
    <name>BundleOutcomes</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 条变更</numerusform>
        </translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>未收下</translation>
    </message>
    <message>
        <source>Please try again when there is a network, or take it to the district desk on a stick.</source>
        <translation>请在有网络时再试，或用 U 盘带到区里。</translation>
    </message>
</context>
<context>
    <name>BundleWords</name>
    <message>
        <source>This is not a file of Doorstep&apos;s.</source>
        <translation>这不是敲门的文件。</translation>
    </message>
    <message>
        <source>A newer version of Doorstep wrote this file.</source>
        <translation>这个文件由更新版本的敲门写成。</translation>
    </message>
    <message>
        <source>The file is not complete: its end is missing.</source>
        <translation>文件不完整，后面缺了一部分。</translation>
    </message>
    <message>
        <source>The file was changed after it was written, or is not complete.</source>
        <translation>文件写成之后被改动过，或不完整。</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>文件太大。</translation>
    </message>
    <message>
        <source>This file is of the other kind: receipts instead of records, or the reverse.</source>
        <translation>这个文件是另一种：是回执而不是记录，或者相反。</translation>
    </message>
    <message>
        <source>The file belongs to another service.</source>
        <translation>这个文件属于另一个服务。</translation>
    </message>
    <message>
        <source>The tablet belongs to another district.</source>
        <translation>这台平板属于另一个区。</translation>
    </message>
    <message>
        <source>The service does not know the tablet that wrote it.</source>
        <translation>服务不认识写这个文件的平板。</translation>
    </message>
    <message>
        <source>The file is for another person&apos;s store, or for an earlier one.</source>
        <translation>这个文件是给另一位使用者的，或给更早的数据的。</translation>
    </message>
    <message>
        <source>Earlier records of the same tablet are missing.</source>
        <translation>同一台平板更早的记录还没有收到。</translation>
    </message>
    <message>
        <source>The service holds other records of this tablet in their place.</source>
        <translation>服务已有这台平板同一位置的其他记录。</translation>
    </message>
    <message>
        <source>The service is busy with other files.</source>
        <translation>服务正忙于其他文件。</translation>
    </message>
    <message>
        <source>Nothing of it was taken, and nothing is lost: what it carries still waits on its tablet.</source>
        <translation>什么也没有收下，也没有丢失：其中的记录都还在原平板上。</translation>
    </message>
    <message>
        <source>Records are in files that end in .bundle, receipts in files that end in .receipts.</source>
        <translation>记录文件以 .bundle 结尾，回执文件以 .receipts 结尾。</translation>
    </message>
    <message>
        <source>Please have Doorstep updated here first.</source>
        <translation>请先升级这里的敲门。</translation>
    </message>
    <message>
        <source>Please write it again on the tablet and bring that one.</source>
        <translation>请在平板上再写一次，带来新的文件。</translation>
    </message>
    <message>
        <source>Please bring it to where the tablet was enrolled.</source>
        <translation>请交给平板登记所在的单位。</translation>
    </message>
    <message>
        <source>Please choose the receipts for the person who is here.</source>
        <translation>请选择现在这位使用者的回执。</translation>
    </message>
    <message>
        <source>Please try again in a moment; sending twice does no harm.</source>
        <translation>请稍后再试；重复发送没有妨碍。</translation>
    </message>
    <message>
        <source>Please let the tablet upload once where there is a network.</source>
        <translation>请让这台平板在有网络的地方上传一次。</translation>
    </message>
    <message numerus="yes">
        <source>%n taken</source>
        <translation>
            <numerusform>收下 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put aside</source>
        <translation>
            <numerusform>搁置 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known before</source>
        <translation>
            <numerusform>此前已有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarCard</name>
    <message>
        <source>Please give a day like 2026-12-31.</source>
        <translation>请写一个日期，例如 2026-12-31。</translation>
    </message>
    <message>
        <source>Days off and working days of our own</source>
        <translation>本区自定的休息日和工作日</translation>
    </message>
    <message>
        <source>Beside the national holidays; deadlines in working days go by them.</source>
        <translation>在国家法定节假日之外；以工作日计的时限按它们计算。</translation>
    </message>
    <message>
        <source>working day</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>再加一天</translation>
    </message>
    <message>
        <source>Is a day off</source>
        <translation>算休息日</translation>
    </message>
    <message>
        <source>Is a working day</source>
        <translation>算工作日</translation>
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
    <message>
        <source>at the next visit</source>
        <translation>下次探访时</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
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
    <message>
        <source>Visits on paper</source>
        <translation>纸质走访</translation>
    </message>
    <message>
        <source>Set the district up with its files, or upload and download once.</source>
        <translation>请先导入本区的名单，或者上传下载一次。</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>初始设置</translation>
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
    <name>CodeCard</name>
    <message>
        <source>A code for a tablet</source>
        <translation>平板登记码</translation>
    </message>
    <message>
        <source>Choose whose tablet it is. The code serves once.</source>
        <translation>请选择平板由谁使用。登记码只能用一次。</translation>
    </message>
    <message>
        <source>No workers yet</source>
        <translation>还没有工作人员</translation>
    </message>
    <message>
        <source>Bring in the file of workers first, then upload and download.</source>
        <translation>请先导入工作人员名单，再上传下载一次。</translation>
    </message>
    <message>
        <source>No code was made.</source>
        <translation>没有生成登记码。</translation>
    </message>
    <message>
        <source>For %1, until %2</source>
        <translation>给 %1，有效期至 %2</translation>
    </message>
    <message>
        <source>The code as a picture</source>
        <translation>登记码二维码</translation>
    </message>
    <message>
        <source>Hide the code</source>
        <translation>收起登记码</translation>
    </message>
</context>
<context>
    <name>ColleagueChoice</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>That is all</source>
        <translation>就这些</translation>
    </message>
    <message>
        <source>Somebody came along …</source>
        <translation>有人同去…</translation>
    </message>
</context>
<context>
    <name>ComparisonCard</name>
    <message>
        <source>Counts still differ</source>
        <translation>数目仍不一致</translation>
    </message>
    <message>
        <source>Agrees again</source>
        <translation>已重新一致</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>探访</translation>
    </message>
    <message>
        <source>Not counted with the service yet</source>
        <translation>还没有与服务器对过数</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>全部记录</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Counted here and at the service: %1</source>
        <translation>本机与服务器对数时间：%1</translation>
    </message>
    <message>
        <source>Each evening this device and the service count what it holds. You can also do it now.</source>
        <translation>每天傍晚本机会与服务器核对所存记录的数目，也可以现在就核对。</translation>
    </message>
    <message>
        <source>%1, %2: %L3 here, %L4 at the service</source>
        <translation>%1，%2：本机 %L3，服务器 %L4</translation>
    </message>
    <message>
        <source>%1: %L2 here, %L3 at the service</source>
        <translation>%1：本机 %L2，服务器 %L3</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在对数……</translation>
    </message>
    <message>
        <source>Count with the service now</source>
        <translation>现在与服务器对数</translation>
    </message>
    <message>
        <source>%1: %L2 = %L3</source>
        <translation>%1：%L2 = %L3</translation>
    </message>
    <message>
        <source>%1: %L2 ≠ %L3</source>
        <translation>%1：%L2 ≠ %L3</translation>
    </message>
    <message>
        <source>Something differed and has been put right.</source>
        <translation>有不一致之处，已经改正。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) came again from the service.</source>
        <translation>
            <numerusform>从服务器重新取回 %n 条记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) that no longer belong here went.</source>
        <translation>
            <numerusform>移除了 %n 条不再属于本机的记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of yours are sent again.</source>
        <translation>
            <numerusform>您的 %n 条记录会重新上传。</numerusform>
        </translation>
    </message>
    <message>
        <source>Some pictures are not whole at the service yet. Nothing is lost; they are sent when the network allows it.</source>
        <translation>有些照片在服务器上还不完整。没有丢失任何内容，网络允许时会上传。</translation>
    </message>
    <message>
        <source>The counts differ. Nothing recorded here is lost; count again, and tell your supervisor if it stays so.</source>
        <translation>两边数目不一致。这里记录的内容没有丢失；请再对一次数，如果仍不一致，请告诉督导。</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>住户</translation>
    </message>
    <message>
        <source>Elders&apos; files</source>
        <translation>老人档案</translation>
    </message>
    <message>
        <source>Contact persons</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Who visits whom</source>
        <translation>探访分配</translation>
    </message>
    <message>
        <source>Service hours</source>
        <translation>服务时间</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Searches after nobody answered</source>
        <translation>无人应门后的寻找</translation>
    </message>
    <message>
        <source>Directory and rules</source>
        <translation>通讯录与规则</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计数据</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>%1: filled in differently by two people</source>
        <translation>%1：两处填写不一样</translation>
    </message>
    <message>
        <source>Stands now: %1</source>
        <translation>现在采用：%1</translation>
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
    <name>ConflictSheet</name>
    <message>
        <source>Which one is right?</source>
        <translation>哪一处填写是对的？</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Keep what stands</source>
        <translation>保留现在的</translation>
    </message>
    <message>
        <source>Take the other one</source>
        <translation>改用另一处</translation>
    </message>
    <message>
        <source>Stood then</source>
        <translation>当时的填写</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>现在的填写</translation>
    </message>
    <message>
        <source>Also given</source>
        <translation>另一处填写</translation>
    </message>
    <message>
        <source>This place has been edited again since. What is there now stays, unless you take the other one.</source>
        <translation>这一处后来又改过。除非改用另一处，现在的填写不变。</translation>
    </message>
    <message>
        <source>Both stay on record, with who decided and when.</source>
        <translation>两处填写都保留在案，并记下由谁、何时决定。</translation>
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
        <source>first to ring</source>
        <translation>首选联系人</translation>
    </message>
</context>
<context>
    <name>CorrectionSheet</name>
    <message>
        <source>Put the time right</source>
        <translation>更正时间</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>So it was</source>
        <translation>就是这样</translation>
    </message>
    <message>
        <source>Please give a day like 2026-11-20 and a time like 9:30.</source>
        <translation>请填写日期（如 2026-11-20）和时间（如 9:30）。</translation>
    </message>
    <message>
        <source>What you recorded stays as it is; only its day and time change. It is sent again with the next synchronisation, with everything that belongs to it.</source>
        <translation>您记录的内容不变，只更正日期和时间。下次同步时会连同相关内容一并重新上传。</translation>
    </message>
    <message>
        <source>On which day you were there</source>
        <translation>您是哪一天上门的</translation>
    </message>
    <message>
        <source>When you began</source>
        <translation>几点开始</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
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
    <message>
        <source>Set up</source>
        <translation>初始设置</translation>
    </message>
</context>
<context>
    <name>CoverageStanding</name>
    <message>
        <source>First month, partial</source>
        <translation>上线当月，部分计入</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>暂行</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>已定稿</translation>
    </message>
    <message>
        <source>Restated since</source>
        <translation>定稿后有更正</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 条待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>The district went live in this month; it is counted in part and is never final.</source>
        <translation>本区当月上线，只计入一部分，不定稿。</translation>
    </message>
    <message>
        <source>These figures still change until they are frozen on %1.</source>
        <translation>这些数字在 %1 定稿以前还会变。</translation>
    </message>
    <message>
        <source>What was frozen stays; what came later is shown beside it.</source>
        <translation>定稿的数字不变；后来补上的并列显示。</translation>
    </message>
    <message>
        <source>Nothing has changed since these figures were frozen.</source>
        <translation>定稿以后没有变化。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were put aside and are in no figure yet.</source>
        <translation>
            <numerusform>有 %n 条变更暂放待处理，还没有计入任何数字。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The oldest open risk has been open for %n day(s).</source>
        <translation>
            <numerusform>最久的未销号风险已有 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Frozen on %1</source>
        <translation>%1 定稿</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 / %L2</translation>
    </message>
    <message>
        <source>in person %1</source>
        <translation>上门 %1</translation>
    </message>
    <message>
        <source>%L1 person-times</source>
        <translation>%L1 人次</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>By that month&apos;s rules, as known now</source>
        <translation>按当月规则，目前所知</translation>
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
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date, year</comment>
        <translation>%2年%1</translation>
    </message>
</context>
<context>
    <name>DayChoice</name>
    <message>
        <source>Earlier …</source>
        <translation>更早…</translation>
    </message>
    <message numerus="yes">
        <source>You can enter what was up to %n day(s) ago.</source>
        <translation>
            <numerusform>您可以补录最近 %n 天内的内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>The paper form keeps what was done; nothing is lost.</source>
        <translation>纸质表格保存着所做的事，不会丢失。</translation>
    </message>
    <message>
        <source>Please give the form to your supervisor, who enters it with the reason. The hours stay yours.</source>
        <translation>请把表格交给督导，由督导说明原因后补录。时长仍算您的。</translation>
    </message>
</context>
<context>
    <name>DecisionSheet</name>
    <message>
        <source>Confirm or reject</source>
        <translation>确认或否定</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>It is so</source>
        <translation>确认属实</translation>
    </message>
    <message>
        <source>It is not so</source>
        <translation>不属实</translation>
    </message>
    <message>
        <source>Please give a day up to today, like 2026-11-20.</source>
        <translation>请写今天或以前的日期，例如 2026-11-20。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name, what was reported</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Once confirmed, open visits end from that day on. The file and its history stay.</source>
        <translation>确认以后，从这一天起不再安排探访。档案和以往记录都保留。</translation>
    </message>
    <message>
        <source>Once confirmed, somebody on file may vouch for the elder while it lasts.</source>
        <translation>确认以后，在此期间可以由登记的联系人代为确认。</translation>
    </message>
    <message>
        <source>From which day on</source>
        <translation>从哪一天起</translation>
    </message>
    <message>
        <source>the day it was reported, %1</source>
        <translation>报告的那一天，%1</translation>
    </message>
</context>
<context>
    <name>DeedFailure</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>Please look at what you entered, or ask the level above.</source>
        <translation>请看一下填写的内容，或者问上一级。</translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message>
        <source>No longer in use, holds %L1</source>
        <translation>已停用，尚存 %L1 条</translation>
    </message>
    <message>
        <source>lost or to be handed in</source>
        <translation>遗失或待交回</translation>
    </message>
    <message>
        <source>No longer in use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>holds %L1</source>
        <translation>尚存 %L1 条</translation>
    </message>
    <message>
        <source>Never heard from</source>
        <translation>从未联系</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>当日未联系</translation>
    </message>
    <message>
        <source>All handed in</source>
        <translation>全部交齐</translation>
    </message>
    <message>
        <source>last heard from %1</source>
        <translation>最近联系 %1</translation>
    </message>
    <message>
        <source>sent %L1, of these %L2 visits</source>
        <translation>发来 %L1 条，其中探访 %L2 次</translation>
    </message>
    <message>
        <source>%L1 put aside</source>
        <translation>暂放 %L1 条</translation>
    </message>
</context>
<context>
    <name>DeviceTable</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
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
    <message>
        <source>The search ended at %1</source>
        <translation>%1 已确认老人下落</translation>
    </message>
    <message>
        <source>The elder stays on the list until somebody has seen or spoken to them.</source>
        <translation>在见到老人或通上话之前，老人仍留在名单上。</translation>
    </message>
    <message>
        <source>Assign …</source>
        <translation>分配……</translation>
    </message>
    <message>
        <source>Reassign …</source>
        <translation>改派……</translation>
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
    <name>EmergencyButton</name>
    <message>
        <source>Emergency</source>
        <translation>紧急</translation>
    </message>
</context>
<context>
    <name>EmergencySheet</name>
    <message>
        <source>Emergency</source>
        <translation>紧急求助</translation>
    </message>
    <message>
        <source>Ambulance</source>
        <translation>急救中心</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Fire brigade</source>
        <translation>火警</translation>
    </message>
    <message>
        <source>Say where you are, what has happened, and stay on the line. Calling is your decision; nobody will blame you for it.</source>
        <translation>说清您在哪里、发生了什么，不要先挂断。要不要拨打由您判断，没有人会因此责怪您。</translation>
    </message>
    <message>
        <source>On duty now</source>
        <translation>现在值班</translation>
    </message>
</context>
<context>
    <name>EndOfDayPage</name>
    <message>
        <source>End of day</source>
        <translation>日终</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>The evening is asked from the service each time. Please try again when there is a network.</source>
        <translation>日终情况每次都向服务查询。请在有网络时再试。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>No device is enrolled yet</source>
        <translation>还没有登记设备</translation>
    </message>
    <message>
        <source>Give each worker a code; what they record appears here in the evening.</source>
        <translation>请给每位工作人员一个登记码；他们的记录到晚上会显示在这里。</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>初始设置</translation>
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
    <message>
        <source>One more person on this device</source>
        <translation>在这台设备上再加一位</translation>
    </message>
    <message>
        <source>How the lock shall call you</source>
        <translation>解锁页上怎么称呼您</translation>
    </message>
    <message>
        <source>Your given name</source>
        <translation>您的名字</translation>
    </message>
    <message>
        <source>Back to the lock</source>
        <translation>返回解锁页</translation>
    </message>
</context>
<context>
    <name>EnteredVisits</name>
    <message>
        <source>Entered</source>
        <translation>已录入</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>EveningActions</name>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 / %L2</translation>
    </message>
    <message>
        <source>Under way …</source>
        <translation>正在进行……</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>Protocol as PDF …</source>
        <translation>日终记录 PDF……</translation>
    </message>
    <message>
        <source>This desk uploads and downloads now. The tablets do so by themselves whenever they have a network.</source>
        <translation>本机现在上传下载。各台平板有网络时会自己同步。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>FailureWords</name>
    <message>
        <source>The service does not know this device.</source>
        <translation>服务不认识这台设备。</translation>
    </message>
    <message>
        <source>This device was withdrawn.</source>
        <translation>这台设备已被停用。</translation>
    </message>
    <message>
        <source>What you recorded was handed in and put aside for a person to look at; it is still on this device, too.</source>
        <translation>您记录的都已交给服务，单独存放，等专人查看；本机上也都还在。</translation>
    </message>
    <message>
        <source>What you recorded was handed in and put aside for a person to look at. Nothing of it can be read on this device any more.</source>
        <translation>您记录的都已交给服务，单独存放，等专人查看。本机上已无法再读取。</translation>
    </message>
    <message>
        <source>Please ask your supervisor for a new code and enrol this device again.</source>
        <translation>请向督导要一个新的登记码，重新登记这台设备。</translation>
    </message>
    <message>
        <source>To go on working here, please ask your supervisor for a new code.</source>
        <translation>如要继续在这台设备上工作，请向督导要一个新的登记码。</translation>
    </message>
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
    <message>
        <source>It is too long ago to be entered without a supervisor.</source>
        <translation>时间太久，需由督导补录。</translation>
    </message>
    <message>
        <source>Please say how we know where the elder is.</source>
        <translation>请说明是怎么知道老人下落的。</translation>
    </message>
    <message>
        <source>The search has already ended.</source>
        <translation>已经确认老人下落，寻找已结束。</translation>
    </message>
    <message>
        <source>What it belongs to was put aside; it waits with it.</source>
        <translation>它所属的记录还在待查，一同等待。</translation>
    </message>
    <message>
        <source>This tablet&apos;s clock cannot be trusted; a person confirms the date.</source>
        <translation>这台平板的时间不可信，日期由人确认。</translation>
    </message>
    <message>
        <source>Handed in by a revoked tablet; a person looks at it first.</source>
        <translation>由已停用的平板交来，先由人核对。</translation>
    </message>
    <message>
        <source>Somebody has decided this before.</source>
        <translation>已经有人处理过。</translation>
    </message>
    <message>
        <source>It has changed since.</source>
        <translation>内容已有变化。</translation>
    </message>
    <message>
        <source>The service has no room left for pictures.</source>
        <translation>服务端存放照片的空间已满。</translation>
    </message>
    <message>
        <source>Your pictures are kept on this device; visits are uploaded all the same.</source>
        <translation>照片保存在本机；探访记录照常上传。</translation>
    </message>
    <message>
        <source>Please tell the district&apos;s desk that the service needs room; the pictures follow by themselves.</source>
        <translation>请告诉区里：服务端需要腾出空间；之后照片会自动上传。</translation>
    </message>
</context>
<context>
    <name>FollowUpSheet</name>
    <message>
        <source>Follow up the risk</source>
        <translation>跟进风险</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>Raise to %1</source>
        <translation>升为%1</translation>
    </message>
    <message>
        <source>You reported this risk yourself.</source>
        <translation>这条风险是您自己报告的。</translation>
    </message>
    <message>
        <source>It stays open, and nothing about it is lost.</source>
        <translation>它仍然是未销号状态，内容都在。</translation>
    </message>
    <message>
        <source>A red or orange risk is closed by somebody else; please ask a colleague or the level above.</source>
        <translation>红色和橙色风险要由别人销号；请找同事或上一级。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>回头看</translation>
    </message>
    <message numerus="yes">
        <source>Look again in %n day(s)</source>
        <translation>
            <numerusform>%n 天后回头看</numerusform>
        </translation>
    </message>
    <message>
        <source>Why it is more urgent now</source>
        <translation>为什么更紧急了</translation>
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
    <message>
        <source>Emergency numbers</source>
        <translation>急救电话</translation>
    </message>
</context>
<context>
    <name>HoursSheet</name>
    <message>
        <source>Check the hours</source>
        <translation>核对时长</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Nothing is erased: what was handed in stays beside your word on it.</source>
        <translation>什么都不会抹掉：原来的填报和您的意见并列保留。</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>Bring in a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>CSV in UTF-8 or GB18030, with columns named in Chinese or English. Nothing is sent before you have seen what is in it.</source>
        <translation>CSV 文件，编码为 UTF-8 或 GB18030，列名用中文或英文。先看清内容，再由您决定发送。</translation>
    </message>
    <message>
        <source>Files are brought in at a desk; this device cannot open them.</source>
        <translation>请在台式机上导入文件；本机不能打开文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) can be sent</source>
        <translation>
            <numerusform>%n 行可以发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot</source>
        <translation>
            <numerusform>%n 行不行</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent, and the file was not changed.</source>
        <translation>没有发送任何内容，文件也没有改动。</translation>
    </message>
    <message>
        <source>Rows that were taken stay; the file can be sent again from the start.</source>
        <translation>已收下的行都保留；整个文件可以从头再发一次。</translation>
    </message>
    <message>
        <source>Send these rows</source>
        <translation>发送这些行</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再发一次</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件……</translation>
    </message>
    <message>
        <source>Choose another file …</source>
        <translation>换一个文件……</translation>
    </message>
</context>
<context>
    <name>ImportCounts</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Done: %L1 of %L2 rows</source>
        <translation>完成：%L1 / %L2 行</translation>
    </message>
    <message>
        <source>Stopped after %L1 of %L2 rows</source>
        <translation>已停止，处理了 %L1 / %L2 行</translation>
    </message>
    <message>
        <source>%L1 of %L2 rows</source>
        <translation>%L1 / %L2 行</translation>
    </message>
    <message>
        <source>new %L1 · changed %L2 · as before %L3 · not taken %L4</source>
        <translation>新增 %L1 · 更新 %L2 · 未变 %L3 · 未收 %L4</translation>
    </message>
</context>
<context>
    <name>LadderCard</name>
    <message>
        <source>Nobody answered %1</source>
        <translation>%1 无人应答</translation>
    </message>
    <message>
        <source>Do this step now</source>
        <translation>现在做这一步</translation>
    </message>
    <message>
        <source>I noticed something</source>
        <translation>发现异常</translation>
    </message>
    <message>
        <source>Police and ambulance</source>
        <translation>报警和急救</translation>
    </message>
    <message>
        <source>The search ends only when we know where the elder is. The times run on without a network.</source>
        <translation>知道老人下落才算结束。没有网络，时限照样计算。</translation>
    </message>
</context>
<context>
    <name>LadderRungRow</name>
    <message>
        <source>done</source>
        <translation>已做</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前</translation>
    </message>
</context>
<context>
    <name>LadderSheet</name>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Put it down</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>When you meet them, start a visit: it ends the search by itself.</source>
        <translation>见到老人就开始探访，寻找会自动结束。</translation>
    </message>
    <message>
        <source>Ask when they were last seen. Say only that you wanted to visit; nothing about health.</source>
        <translation>问问最后一次见到老人是什么时候。只说来探访，不谈健康情况。</translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation>结果怎样？</translation>
    </message>
    <message>
        <source>How do we know?</source>
        <translation>怎么知道的？</translation>
    </message>
    <message>
        <source>Who said what, if you like</source>
        <translation>谁说了什么（可不填）</translation>
    </message>
    <message>
        <source>Everything put down before is kept.</source>
        <translation>之前记下的都在。</translation>
    </message>
    <message>
        <source>Please open the elder&apos;s file once more and look how the search stands.</source>
        <translation>请重新打开老人的档案，看看寻找进行到哪一步。</translation>
    </message>
</context>
<context>
    <name>LadderWords</name>
    <message>
        <source>try the door again</source>
        <translation>再去一次</translation>
    </message>
    <message>
        <source>ring the elder</source>
        <translation>给老人打电话</translation>
    </message>
    <message>
        <source>ask a neighbour</source>
        <translation>问问邻居</translation>
    </message>
    <message>
        <source>ring the family or friends on file</source>
        <translation>打给紧急联系人</translation>
    </message>
    <message>
        <source>ask the hospital</source>
        <translation>问问医院</translation>
    </message>
    <message>
        <source>tell the supervisor</source>
        <translation>告诉督导</translation>
    </message>
    <message>
        <source>tell the community office</source>
        <translation>告诉社区</translation>
    </message>
    <message>
        <source>call the police, if you think so</source>
        <translation>考虑报警</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>没有下一步</translation>
    </message>
    <message>
        <source>The door again</source>
        <translation>再次上门</translation>
    </message>
    <message>
        <source>The elder&apos;s telephone</source>
        <translation>老人的电话</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻居</translation>
    </message>
    <message>
        <source>Family and friends on file</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>医院</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>督导</translation>
    </message>
    <message>
        <source>Community office</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a step, a time or day</comment>
        <translation>须于 %2 前%1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>已超 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>Nobody reached</source>
        <translation>没联系上</translation>
    </message>
    <message>
        <source>Reached, but they do not know</source>
        <translation>联系上了，但不知道</translation>
    </message>
    <message>
        <source>They know and do something</source>
        <translation>对方已知道并在处理</translation>
    </message>
    <message>
        <source>We know where the elder is</source>
        <translation>知道老人在哪里了</translation>
    </message>
    <message>
        <source>I saw them myself</source>
        <translation>我亲眼见到</translation>
    </message>
    <message>
        <source>I spoke to them</source>
        <translation>我和老人通了话</translation>
    </message>
    <message>
        <source>the family says so</source>
        <translation>家属说的</translation>
    </message>
    <message>
        <source>a neighbour saw them today</source>
        <translation>邻居今天见过</translation>
    </message>
    <message>
        <source>the hospital says so</source>
        <translation>医院说的</translation>
    </message>
    <message>
        <source>the care home says so</source>
        <translation>养老机构说的</translation>
    </message>
    <message>
        <source>the community office says so</source>
        <translation>社区说的</translation>
    </message>
    <message>
        <source>the police say so</source>
        <translation>警方说的</translation>
    </message>
    <message>
        <source>A cry or groan</source>
        <translation>呼救或呻吟</translation>
    </message>
    <message>
        <source>A smell</source>
        <translation>异味</translation>
    </message>
    <message>
        <source>Running water</source>
        <translation>流水声</translation>
    </message>
    <message>
        <source>Piled-up post</source>
        <translation>报刊信件堆积</translation>
    </message>
    <message>
        <source>Ill last time</source>
        <translation>上次生病</translation>
    </message>
    <message>
        <source>the end of today</source>
        <translation>今天 24:00</translation>
    </message>
    <message>
        <source>the end of %1</source>
        <translation>%1 24:00</translation>
    </message>
    <message>
        <source>%1 now</source>
        <comment>a step</comment>
        <translation>现在就%1</translation>
    </message>
</context>
<context>
    <name>LeftBundles</name>
    <message numerus="yes">
        <source>%n change(s) wait to be sent</source>
        <translation>
            <numerusform>有 %n 条变更待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody without a name here</source>
        <translation>未命名的使用者</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 条变更</numerusform>
        </translation>
    </message>
    <message>
        <source>They are sealed and can be sent without a PIN; nobody can read them on the way.</source>
        <translation>它们已加密，不用 PIN 就可以发送；路上谁也读不了。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are on the stick, in %1. Please take it to the district desk.</source>
        <translation>
            <numerusform>%n 条变更已写到 U 盘的 %1。请带到区里。</numerusform>
        </translation>
    </message>
    <message>
        <source>Under way …</source>
        <translation>正在进行……</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Write to a stick …</source>
        <translation>写到 U 盘…</translation>
    </message>
    <message>
        <source>Read the receipts …</source>
        <translation>读入回执…</translation>
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
    <name>MonthFigures</name>
    <message>
        <source>Elders seen or spoken to</source>
        <translation>已探访的老人</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Turns kept of those begun</source>
        <translation>按频次应访、已访</translation>
    </message>
    <message>
        <source>Visits and calls, person by person</source>
        <translation>人次</translation>
    </message>
</context>
<context>
    <name>MonthHours</name>
    <message>
        <source>Measured by the device</source>
        <translation>设备记录</translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <translation>手工填写</translation>
    </message>
    <message>
        <source>My hours</source>
        <translation>我的服务时长</translation>
    </message>
    <message>
        <source>without the way there and back</source>
        <translation>不含路上时间</translation>
    </message>
    <message>
        <source>certified %1</source>
        <translation>已认定 %1</translation>
    </message>
    <message>
        <source>provisional %1</source>
        <translation>待认定 %1</translation>
    </message>
    <message>
        <source>Estimated, kept apart and never certified</source>
        <translation>估算（单列，不认定）</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) overlap</source>
        <translation>
            <numerusform>%n 条时间重叠</numerusform>
        </translation>
    </message>
    <message>
        <source>The same minutes count once, on the earlier one.</source>
        <translation>同一段时间只算一次，算在较早的一条上。</translation>
    </message>
    <message>
        <source>They are marked below. If a time is wrong, please correct the visit.</source>
        <translation>下面已标出。如果时间不对，请更正那次探访。</translation>
    </message>
</context>
<context>
    <name>MonthPage</name>
    <message>
        <source>My month</source>
        <translation>本月</translation>
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
        <source>Try again</source>
        <translation>再试</translation>
    </message>
    <message>
        <source>Nothing in this month yet</source>
        <translation>这个月还没有记录</translation>
    </message>
    <message>
        <source>Your visits and services stand here as soon as they are saved.</source>
        <translation>探访和服务保存后就会显示在这里。</translation>
    </message>
    <message>
        <source>To today&apos;s doors</source>
        <translation>去看今日名单</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) not uploaded yet</source>
        <translation>
            <numerusform>%n 次探访还没上传</numerusform>
        </translation>
    </message>
    <message>
        <source>They are safe on this device and counted here.</source>
        <translation>已安全保存在本机，并已计入这里。</translation>
    </message>
    <message>
        <source>They are uploaded by themselves when there is a network.</source>
        <translation>联网后会自动上传。</translation>
    </message>
    <message>
        <source>Still to be seen or spoken to</source>
        <translation>本月还没见到或通话</translation>
    </message>
    <message>
        <source>Not seen or spoken to</source>
        <translation>没有见到或通话</translation>
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
    <message>
        <source>Somebody else vouching counts only while an absence lasts that a second person has confirmed, and only by somebody on file. None is confirmed now: report it below, and a supervisor confirms it.</source>
        <translation>只有在外出或住院经第二人确认期间，由档案里的联系人代为确认才算数。现在没有已确认的外出或住院：请在下面上报，由督导确认。</translation>
    </message>
</context>
<context>
    <name>MoreSheet</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>MoreToRecord</name>
    <message>
        <source>More to put down</source>
        <translation>其他记录</translation>
    </message>
    <message>
        <source>A service without a visit</source>
        <translation>单独记一次服务</translation>
    </message>
    <message>
        <source>A visit from paper</source>
        <translation>补录纸质探访</translation>
    </message>
    <message>
        <source>First finish the visit that was begun here.</source>
        <translation>请先完成这里已开始的探访。</translation>
    </message>
</context>
<context>
    <name>NoReplyNotice</name>
    <message>
        <source>Nobody answered: %1</source>
        <translation>无人应答，%1</translation>
    </message>
    <message>
        <source>Nobody answered.</source>
        <translation>无人应答。</translation>
    </message>
    <message>
        <source>The attempt is recorded; it does not count as a visit. The search begins when you save, and its times run without a network.</source>
        <translation>这次上门会记下来，但不算探访。保存后开始寻找，没有网络时限也照样计算。</translation>
    </message>
    <message>
        <source>The elder&apos;s file then shows step by step whom to ring.</source>
        <translation>之后老人的档案会一步步告诉您该联系谁。</translation>
    </message>
    <message>
        <source>Did you notice anything?</source>
        <translation>有没有发现异常？</translation>
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
    <name>NumberSheet</name>
    <message>
        <source>Ring from this device</source>
        <translation>用本机拨打</translation>
    </message>
    <message>
        <source>Code of the number %1</source>
        <translation>号码 %1 的二维码</translation>
    </message>
    <message>
        <source>Point your own telephone&apos;s camera at the code and ring from there.</source>
        <translation>用您自己的手机扫一扫，就能拨打。</translation>
    </message>
    <message>
        <source>This device cannot ring.</source>
        <translation>这台设备不能打电话。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>Please ring with another telephone: dial the number or read the code with its camera.</source>
        <translation>请用别的电话：直接拨号，或用手机扫码拨打。</translation>
    </message>
</context>
<context>
    <name>OfficeWords</name>
    <message>
        <source>Searches</source>
        <translation>寻访</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Nobody assigned</source>
        <translation>无人负责</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>漏访</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Filled in differently</source>
        <translation>两处填写不一样</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>暂放</translation>
    </message>
    <message>
        <source>handed in</source>
        <translation>已填报</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已认证</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>有疑问</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>struck out</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>estimated, never certified</source>
        <translation>估算，不予认证</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>手工填写</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认收到</translation>
    </message>
    <message>
        <source>Act on it</source>
        <translation>开始处置</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>转介</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Checked again</source>
        <translation>已回头看</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>销号</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Not a risk</source>
        <translation>不是风险</translation>
    </message>
    <message>
        <source>What happens next, if you like</source>
        <translation>接下来怎么办（可不填）</translation>
    </message>
    <message>
        <source>What is being done</source>
        <translation>正在怎么处置</translation>
    </message>
    <message>
        <source>To whom, and who took it there</source>
        <translation>转给谁，由谁接收</translation>
    </message>
    <message>
        <source>What settled it</source>
        <translation>怎么解决的</translation>
    </message>
    <message>
        <source>What the second look showed</source>
        <translation>回头看的情况</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Meal points, checked on site</source>
        <translation>助餐设施（已现场核验）</translation>
    </message>
    <message>
        <source>Person-times of visits</source>
        <translation>探访人次</translation>
    </message>
    <message>
        <source>Hours of service</source>
        <translation>服务时长</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Elders</source>
        <translation>老人</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>分工</translation>
    </message>
    <message>
        <source>Duty numbers</source>
        <translation>值班电话</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>设施</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Programmes</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Visits from paper</source>
        <translation>纸质走访记录</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>文件太大。</translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation>文件里没有内容。</translation>
    </message>
    <message>
        <source>The file is neither UTF-8 nor GB18030 text.</source>
        <translation>文件既不是 UTF-8 也不是 GB18030 文本。</translation>
    </message>
    <message>
        <source>A quotation mark that begins in line %1 never ends.</source>
        <translation>第 %1 行开始的引号没有结束。</translation>
    </message>
    <message>
        <source>Line %1 is too long to be a row.</source>
        <translation>第 %1 行太长，不像一行数据。</translation>
    </message>
    <message>
        <source>The first line does not show what kind of rows these are.</source>
        <translation>从第一行看不出这是什么名单。</translation>
    </message>
    <message>
        <source>A column is missing.</source>
        <translation>缺少一列。</translation>
    </message>
    <message>
        <source>The column %1 is missing.</source>
        <translation>缺少列 %1。</translation>
    </message>
    <message>
        <source>The column %1 stands there twice.</source>
        <translation>列 %1 出现了两次。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>文件读不出来。</translation>
    </message>
    <message>
        <source>Please save it again as CSV from the spreadsheet, then choose it once more.</source>
        <translation>请在表格软件里另存为 CSV，再选一次。</translation>
    </message>
    <message>
        <source>Please look at that line in the spreadsheet, save it again and choose it once more.</source>
        <translation>请在表格软件里看一下这一行，保存后再选一次。</translation>
    </message>
    <message>
        <source>Please compare its first line with the columns in the guide, then choose it once more.</source>
        <translation>请把第一行和说明中的列名对照一下，再选一次。</translation>
    </message>
    <message>
        <source>Please choose another file.</source>
        <translation>请换一个文件。</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>没有填</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>看不懂</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>超过 %1 个字</translation>
    </message>
    <message>
        <source>is outside what is allowed</source>
        <translation>超出允许范围</translation>
    </message>
    <message>
        <source>ends before it begins</source>
        <translation>结束早于开始</translation>
    </message>
    <message>
        <source>is a day that cannot be right</source>
        <translation>日期不对</translation>
    </message>
    <message>
        <source>does not go with how the elder was met</source>
        <translation>和探访方式不符</translation>
    </message>
    <message>
        <source>names something that is not there yet</source>
        <translation>所指的内容还没有</translation>
    </message>
    <message>
        <source>is an area that is not there yet</source>
        <translation>是还没有的区域</translation>
    </message>
    <message>
        <source>belongs to something that is neither in the file nor known</source>
        <translation>所属的上级不在文件中，也没有登记</translation>
    </message>
    <message>
        <source>leads back to itself</source>
        <translation>上级绕回了自己</translation>
    </message>
    <message>
        <source>stands there twice</source>
        <translation>出现了两次</translation>
    </message>
    <message>
        <source>stands in line %1 already</source>
        <translation>第 %1 行已经有了</translation>
    </message>
    <message>
        <source>is the ID number of another elder</source>
        <translation>是另一位老人的身份证号</translation>
    </message>
    <message>
        <source>is an ID number with a wrong last digit</source>
        <translation>身份证号校验位不对</translation>
    </message>
    <message>
        <source>is not within your district</source>
        <translation>不在您的区县范围内</translation>
    </message>
    <message>
        <source>is too long ago without a reason</source>
        <translation>时间太久，需要说明原因</translation>
    </message>
    <message>
        <source>was not taken</source>
        <translation>没有收下</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Code of the area above</source>
        <translation>上级代码</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Area code</source>
        <translation>区域代码</translation>
    </message>
    <message>
        <source>File number</source>
        <translation>档案号</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>户号</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>出生年</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>老人类别</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>In care from</source>
        <translation>纳入日期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>How met</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Please choose first who visited.</source>
        <translation>请先选择是谁走访的。</translation>
    </message>
    <message>
        <source>Please give the day of the visit, today or earlier.</source>
        <translation>请填写走访日期，今天或以前。</translation>
    </message>
    <message>
        <source>Please say why it is entered so late.</source>
        <translation>请说明为什么现在才录入。</translation>
    </message>
    <message>
        <source>This number is not on the list.</source>
        <translation>清单上没有这个号。</translation>
    </message>
    <message>
        <source>The outcome is a number from 1 to 6.</source>
        <translation>结果填 1 到 6。</translation>
    </message>
    <message>
        <source>Please give the minutes.</source>
        <translation>请填写分钟数。</translation>
    </message>
    <message>
        <source>This door has a visit on this day already. Press Enter once more if there were two.</source>
        <translation>这一户当天已录入一次。如果确实去了两次，请再按一次回车。</translation>
    </message>
    <message>
        <source>The door was not assigned to this person at that time.</source>
        <translation>当时这一户没有分给此人。</translation>
    </message>
    <message>
        <source>This person&apos;s role does not allow it.</source>
        <translation>此人的角色不能这样做。</translation>
    </message>
    <message>
        <source>It names something the service does not know.</source>
        <translation>所指的内容服务端没有。</translation>
    </message>
    <message>
        <source>It does not follow what this device sent before.</source>
        <translation>和这台设备以前发来的内容接不上。</translation>
    </message>
    <message>
        <source>It was entered too late without a supervisor&apos;s reason.</source>
        <translation>补录太晚，又没有督导说明的原因。</translation>
    </message>
    <message>
        <source>Its date cannot be right; perhaps the device&apos;s clock was wrong.</source>
        <translation>日期不对，可能是设备时钟有误。</translation>
    </message>
    <message>
        <source>It would end before it began.</source>
        <translation>结束早于开始。</translation>
    </message>
    <message>
        <source>It would be longer than a day.</source>
        <translation>时间超过一天。</translation>
    </message>
    <message>
        <source>Somebody vouched without a confirmed absence.</source>
        <translation>没有确认的外出，不能代为确认。</translation>
    </message>
    <message>
        <source>Who reported a red or orange risk cannot close it.</source>
        <translation>红色、橙色风险不能由报告人自己销号。</translation>
    </message>
    <message>
        <source>This step does not follow where the matter stands.</source>
        <translation>这一步和目前的状态接不上。</translation>
    </message>
    <message>
        <source>Something is missing in it.</source>
        <translation>内容有缺。</translation>
    </message>
    <message>
        <source>The service could not take it as it is.</source>
        <translation>服务端收不下这样的内容。</translation>
    </message>
    <message>
        <source>Perhaps one person</source>
        <translation>可能是同一人</translation>
    </message>
    <message>
        <source>What it belongs to was put aside; it is taken in together with it.</source>
        <translation>它所属的记录已暂放；待那条记录处理后一并记入。</translation>
    </message>
    <message>
        <source>The tablet&apos;s clock cannot be trusted: somebody has to confirm the date.</source>
        <translation>平板的时间不可信，需要有人确认日期。</translation>
    </message>
    <message>
        <source>A tablet that is locked out, or not known, handed it in.</source>
        <translation>由已停用或未登记的平板交来。</translation>
    </message>
    <message>
        <source>It corrects something that was decided before.</source>
        <translation>它更正的内容此前已经处理过。</translation>
    </message>
</context>
<context>
    <name>OpenSections</name>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
</context>
<context>
    <name>OpenWords</name>
    <message>
        <source>nobody answered</source>
        <translation>无人应答</translation>
    </message>
    <message>
        <source>Tried: %1</source>
        <translation>已试：%1</translation>
    </message>
    <message>
        <source>It is kept and counts nowhere until it is put right.</source>
        <translation>内容保留着，改正以前不计入任何数字。</translation>
    </message>
    <message>
        <source>last on %1</source>
        <translation>上次 %1</translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>从未探访</translation>
    </message>
    <message>
        <source>reported on %1 by %2</source>
        <translation>%1 由%2报告</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>The visit that began this search was taken back. Please ask who recorded it, and write down who knows that the elder is well: that ends it.</source>
        <translation>引起这次寻访的探访记录已撤回。请问一下记录人，再记下由谁确认老人平安，寻访即结束。</translation>
    </message>
</context>
<context>
    <name>OpenWorkCard</name>
    <message>
        <source>These are your own hours: another person has to confirm them.</source>
        <translation>这是您自己的工时，须由另一人确认。</translation>
    </message>
    <message>
        <source>You reported this yourself: another person has to confirm it.</source>
        <translation>这是您自己报告的情况，须由另一人确认。</translation>
    </message>
    <message>
        <source>Not uploaded yet</source>
        <translation>尚未上传</translation>
    </message>
    <message>
        <source>Rang: %1</source>
        <translation>已致电：%1</translation>
    </message>
    <message>
        <source>%1 by %2 (%3)</source>
        <translation>%2 前%1（%3）</translation>
    </message>
    <message>
        <source>Decide …</source>
        <translation>确认或否定……</translation>
    </message>
    <message>
        <source>Check …</source>
        <translation>核对……</translation>
    </message>
    <message>
        <source>Assign …</source>
        <translation>分配……</translation>
    </message>
    <message>
        <source>Reassign …</source>
        <translation>改派……</translation>
    </message>
    <message>
        <source>Go on with the search</source>
        <translation>继续寻访</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开档案</translation>
    </message>
    <message>
        <source>Compare and decide …</source>
        <translation>对照后决定…</translation>
    </message>
    <message>
        <source>Take apart …</source>
        <translation>撤销合并…</translation>
    </message>
</context>
<context>
    <name>OpenWorkCounts</name>
    <message>
        <source>Monthly visit rate, frozen on %1</source>
        <translation>月探访率（%1 定稿）</translation>
    </message>
    <message>
        <source>restated %1 (%L2 of %L3)</source>
        <translation>更正后 %1（%L2 / %L3）</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 条待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Monthly visit rate so far</source>
        <translation>月探访率（暂行）</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 / %L2</translation>
    </message>
    <message>
        <source>Searches running</source>
        <translation>寻访进行中</translation>
    </message>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>Risks open</source>
        <translation>未销号风险</translation>
    </message>
    <message>
        <source>red %1 · orange %2 · yellow %3 · late %4</source>
        <translation>红 %1 · 橙 %2 · 黄 %3 · 超时 %4</translation>
    </message>
    <message>
        <source>Filled in differently</source>
        <translation>两处填写不一样</translation>
    </message>
</context>
<context>
    <name>OpenWorkList</name>
    <message>
        <source>Open</source>
        <translation>待办</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) open</source>
        <translation>
            <numerusform>%n 项待办</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n urgent</source>
        <translation>
            <numerusform>%n 项紧急</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有待办</translation>
    </message>
    <message>
        <source>What visitors report appears here as soon as it is uploaded.</source>
        <translation>探访人员报告的内容一上传就显示在这里。</translation>
    </message>
    <message>
        <source>Assign all of these …</source>
        <translation>全部分配……</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) put aside: decide …</source>
        <translation>
            <numerusform>%n 条变更暂放，请处理…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenWorkRows</name>
    <message>
        <source>Open</source>
        <translation>待办</translation>
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
    <name>PaperDoors</name>
    <message>
        <source>The list to take along</source>
        <translation>带走的清单</translation>
    </message>
    <message>
        <source>Name, door, telephone, due day and safety note, ten doors a page, with room for the outcome.</source>
        <translation>只有姓名、门牌、电话、到期和安全提示，每页十户，留有填写结果的空格。</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>存为 PDF……</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Nobody is due</source>
        <translation>没有应访的老人</translation>
    </message>
    <message>
        <source>Choose another person, or come back when visits are due.</source>
        <translation>请换一个人，或者到期时再来。</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>已录入</translation>
    </message>
</context>
<context>
    <name>PaperHead</name>
    <message>
        <source>Who visited</source>
        <translation>谁走访的</translation>
    </message>
    <message>
        <source>The hours go to who visited, not to who types.</source>
        <translation>时长记给走访的人，不记给录入的人。</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>哪一天</translation>
    </message>
    <message>
        <source>Please give a day up to today, like 2026-11-20.</source>
        <translation>请写今天或以前的日期，例如 2026-11-20。</translation>
    </message>
</context>
<context>
    <name>PaperLine</name>
    <message numerus="yes">
        <source>Why it is entered only now (more than %n day(s) later)</source>
        <translation>
            <numerusform>为什么现在才录入（已超过 %n 天）</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>Enter the visit</source>
        <translation>录入</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Visits on paper</source>
        <translation>纸质走访</translation>
    </message>
    <message>
        <source>Print a list, and enter what comes back.</source>
        <translation>打印清单，录入带回来的结果。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>PaperSection</name>
    <message>
        <source>When was it, and how long?</source>
        <translation>哪一天，多长时间？</translation>
    </message>
    <message>
        <source>How long was it?</source>
        <translation>多长时间？</translation>
    </message>
</context>
<context>
    <name>ParkedList</name>
    <message>
        <source>Put aside</source>
        <translation>暂放</translation>
    </message>
    <message>
        <source>It is kept and counts nowhere until it is put right.</source>
        <translation>内容保留着，改正以前不计入任何数字。</translation>
    </message>
    <message>
        <source>Decide …</source>
        <translation>处理…</translation>
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
    <message>
        <source>Did not take place</source>
        <translation>没有进行</translation>
    </message>
    <message>
        <source>Corrected; the first record is kept.</source>
        <translation>已更正，原记录保留。</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Put it right: %1</source>
        <translation>更正：%1</translation>
    </message>
</context>
<context>
    <name>PastVisitSheet</name>
    <message>
        <source>Put it right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Yes, it did not take place</source>
        <translation>是的，没有进行</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>更正内容</translation>
    </message>
    <message>
        <source>No, leave it</source>
        <translation>不，保留</translation>
    </message>
    <message>
        <source>It did not take place</source>
        <translation>这次没有进行</translation>
    </message>
    <message>
        <source>What was saved first is kept; the corrected record stands for it, with your name. Nobody needs to be asked.</source>
        <translation>原来保存的内容会保留，更正后的记录代替它，并记上您的名字。不需要别人批准。</translation>
    </message>
    <message>
        <source>This visit then counts nowhere: not for the elder, not for the month, not for your hours.</source>
        <translation>这样这次探访就都不算了：老人的、本月的、您的时长都不计。</translation>
    </message>
    <message>
        <source>The first record is kept and can be read.</source>
        <translation>原记录保留，可以查看。</translation>
    </message>
    <message>
        <source>If only something about it is wrong, please correct it instead.</source>
        <translation>如果只是有些内容不对，请选择更正内容。</translation>
    </message>
</context>
<context>
    <name>PersonCell</name>
    <message>
        <source>This file belongs to another area.</source>
        <translation>这份档案属于其他区域。</translation>
    </message>
    <message>
        <source>The district&apos;s staff sees both files and can decide.</source>
        <translation>区民政局能看到两份档案，由区里决定。</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>%1年生</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>档案号 %1</translation>
    </message>
    <message>
        <source>ID number %1</source>
        <translation>身份证号 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>探访 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>never visited</source>
        <translation>从未探访</translation>
    </message>
    <message>
        <source>last on %1</source>
        <translation>上次 %1</translation>
    </message>
    <message>
        <source>in care from %1</source>
        <translation>%1 起服务</translation>
    </message>
</context>
<context>
    <name>PersonsSheet</name>
    <message>
        <source>Made one person</source>
        <translation>已合并为一人</translation>
    </message>
    <message>
        <source>One person or two?</source>
        <translation>是一个人还是两个人？</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Take apart again</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>是同一人</translation>
    </message>
    <message>
        <source>Two persons</source>
        <translation>是两个人</translation>
    </message>
    <message>
        <source>On file for longer</source>
        <translation>建档较早</translation>
    </message>
    <message>
        <source>Also on file</source>
        <translation>另一份档案</translation>
    </message>
    <message>
        <source>All visits count for the file that was there for longer. Taken apart, each visit is again where it was recorded.</source>
        <translation>全部探访都计在建档较早的一份里。撤销后，每次探访仍回到原来记录的档案。</translation>
    </message>
    <message>
        <source>As one person, the file that was there for longer goes on; every visit and service of both stays and counts once. It can be taken apart again.</source>
        <translation>合并后沿用建档较早的一份；两份档案的探访和服务都保留，只计一次。以后可以撤销。</translation>
    </message>
</context>
<context>
    <name>PictureCard</name>
    <message>
        <source>Pictures</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>None yet. A picture can help whoever comes next: the way to the door, a hose that needs changing.</source>
        <translation>还没有。照片能帮到下一位来的人：怎么走到门口，哪根软管该换了。</translation>
    </message>
    <message>
        <source>Add a picture …</source>
        <translation>添加照片…</translation>
    </message>
</context>
<context>
    <name>PictureNotice</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>PictureSection</name>
    <message>
        <source>Pictures</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>if you like</source>
        <translation>不是必须的</translation>
    </message>
    <message>
        <source>Add a picture …</source>
        <translation>添加照片…</translation>
    </message>
</context>
<context>
    <name>PictureSheet</name>
    <message>
        <source>Picture</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Keep these words</source>
        <translation>保存说明</translation>
    </message>
    <message>
        <source>What it shows, in a few words</source>
        <translation>照片说明（几个字）</translation>
    </message>
    <message>
        <source>Take it away again</source>
        <translation>撤掉这张照片</translation>
    </message>
</context>
<context>
    <name>PictureTile</name>
    <message>
        <source>Picture</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>PictureTransferCard</name>
    <message>
        <source>Pictures</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>All pictures added here are uploaded.</source>
        <translation>在本机添加的照片都已上传。</translation>
    </message>
    <message>
        <source>This network charges for what goes over it. Visits go up all the same; pictures wait for another network, or for the switch below.</source>
        <translation>当前网络按流量计费。探访记录照常上传；照片等换了网络，或打开下面的开关后再传。</translation>
    </message>
    <message>
        <source>Also where the network costs</source>
        <translation>按流量计费时也传照片</translation>
    </message>
    <message>
        <source>Mobile data, a hotspot. Off: pictures wait for another network.</source>
        <translation>如手机流量、热点。关闭时，照片等换了网络再传。</translation>
    </message>
    <message>
        <source>At most, a second</source>
        <translation>每秒最多</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>1 MB</source>
        <translation>1 MB</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>The service did not take it; it is kept here</source>
        <translation>服务端没有接收；保存在本机</translation>
    </message>
    <message>
        <source>Kept here, goes with the next upload</source>
        <translation>保存在本机，下次上传时一起传</translation>
    </message>
    <message>
        <source>Waits for the upload</source>
        <translation>等待上传</translation>
    </message>
    <message>
        <source>On its way to this device</source>
        <translation>正在下载到本机</translation>
    </message>
    <message>
        <source>At the service, press to fetch it</source>
        <translation>在服务端，点一下就下载</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>已上传</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>未接收</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待上传</translation>
    </message>
    <message>
        <source>coming</source>
        <translation>下载中</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) wait for the upload</source>
        <translation>
            <numerusform>%n 张照片等待上传</numerusform>
        </translation>
    </message>
    <message>
        <source>This file is not a picture that Doorstep can read.</source>
        <translation>这个文件不是敲门能读的照片。</translation>
    </message>
    <message>
        <source>This picture is too large.</source>
        <translation>这张照片太大。</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>这个文件读不了。</translation>
    </message>
    <message>
        <source>Please choose a photo in JPEG or PNG.</source>
        <translation>请选一张 JPEG 或 PNG 照片。</translation>
    </message>
    <message>
        <source>Please take it again with fewer pixels, or cut it smaller.</source>
        <translation>请用较低的像素重拍，或裁小一些。</translation>
    </message>
    <message>
        <source>Please choose another one, or copy it onto this device first.</source>
        <translation>请选另一张，或先把它拷到本机。</translation>
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
    <message>
        <source>My month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>日终</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>ProfileChoice</name>
    <message>
        <source>Person %1</source>
        <translation>第 %1 位</translation>
    </message>
</context>
<context>
    <name>PromiseCard</name>
    <message>
        <source>Promised</source>
        <translation>答应的事</translation>
    </message>
    <message>
        <source>said on %1</source>
        <translation>%1 说的</translation>
    </message>
</context>
<context>
    <name>PromiseSection</name>
    <message>
        <source>Promised</source>
        <translation>答应的事</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已办到</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>撤回：%1</translation>
    </message>
    <message>
        <source>Promise something</source>
        <translation>添一件答应的事</translation>
    </message>
</context>
<context>
    <name>PromiseSheet</name>
    <message>
        <source>Promise something</source>
        <translation>添一件答应的事</translation>
    </message>
    <message>
        <source>Put it on the visit</source>
        <translation>记到这次探访</translation>
    </message>
    <message>
        <source>Only what will surely be done: whoever comes next sees it.</source>
        <translation>只记一定会办的事，下次来的人会看到。</translation>
    </message>
    <message>
        <source>Fetch medicine</source>
        <translation>代买药</translation>
    </message>
    <message>
        <source>Ring the family</source>
        <translation>给家人打电话</translation>
    </message>
    <message>
        <source>Ask about an allowance</source>
        <translation>问问补贴政策</translation>
    </message>
    <message>
        <source>Have something repaired</source>
        <translation>找人修东西</translation>
    </message>
    <message>
        <source>Bring something along</source>
        <translation>带点东西来</translation>
    </message>
    <message>
        <source>Go along to the doctor</source>
        <translation>陪着去看病</translation>
    </message>
    <message>
        <source>What</source>
        <translation>什么事</translation>
    </message>
    <message>
        <source>Until when?</source>
        <translation>什么时候之前？</translation>
    </message>
    <message>
        <source>At the next visit</source>
        <translation>下次探访时</translation>
    </message>
    <message>
        <source>Still today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>%n 天内</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadAloudButton</name>
    <message>
        <source>Stop reading</source>
        <translation>停止朗读</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
</context>
<context>
    <name>ReconciliationCard</name>
    <message numerus="yes">
        <source>Reconciles; %n device(s) not heard from</source>
        <translation>
            <numerusform>对平；%n 台设备当日没有联系</numerusform>
        </translation>
    </message>
    <message>
        <source>Reconciles</source>
        <translation>账实相符</translation>
    </message>
    <message>
        <source>Does not reconcile yet</source>
        <translation>尚未对平</translation>
    </message>
    <message>
        <source>%L1 received = %L2 taken + %L3 put aside</source>
        <translation>收到 %L1 = 记入 %L2 + 暂放 %L3</translation>
    </message>
    <message>
        <source>%L1 received = %L2 taken</source>
        <translation>收到 %L1 = 记入 %L2</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>暂放</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>全部变更</translation>
    </message>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
    <message>
        <source>Of these, visits</source>
        <translation>其中探访</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) still hold something.</source>
        <translation>
            <numerusform>%n 台设备上还有未上传的内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for somebody.</source>
        <translation>
            <numerusform>%n 条变更等人处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) were not heard from that day.</source>
        <translation>
            <numerusform>%n 台设备当日没有联系。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits on any device that was heard from.</source>
        <translation>联系过的设备上都没有遗留。</translation>
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
    <name>RefusedList</name>
    <message>
        <source>Rows that were not taken</source>
        <translation>没有收下的行</translation>
    </message>
    <message>
        <source>Line %1: %2 %3</source>
        <comment>line, column, what is wrong</comment>
        <translation>第 %1 行：%2%3</translation>
    </message>
    <message>
        <source>The others are in. Put these right in the file and send it again.</source>
        <translation>其余各行都已收下。请在文件里改正这些行，再发一次。</translation>
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
    <name>RuleDraftSheet</name>
    <message>
        <source>Rules from a later day</source>
        <translation>以后的规则</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>Hold from %1</source>
        <translation>自 %1 起执行</translation>
    </message>
    <message>
        <source>From which day on</source>
        <translation>从哪一天起</translation>
    </message>
    <message>
        <source>Please give a day after today, like 2026-12-01.</source>
        <translation>请写今天以后的日期，例如 2026-12-01。</translation>
    </message>
    <message>
        <source>Who is counted</source>
        <translation>计入哪些老人</translation>
    </message>
    <message>
        <source>Two contacts closer than this are one person-time</source>
        <translation>间隔短于此的两次联系算一人次</translation>
    </message>
    <message>
        <source>A confirmed absence holds for</source>
        <translation>确认的外出有效期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>A shorter stay in a care home counts as hospital</source>
        <translation>入住机构短于此的算住院</translation>
    </message>
    <message>
        <source>First visit after care begins, within</source>
        <translation>纳入后首次探访，在此之内</translation>
    </message>
    <message>
        <source>Figures are final on this day of the next month</source>
        <translation>次月几日定稿</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>%1 日</translation>
    </message>
    <message>
        <source>On a day off, at the end of the next working day</source>
        <translation>遇休息日，顺延到下一个工作日结束</translation>
    </message>
    <message>
        <source>A visitor may enter a visit later by up to</source>
        <translation>探访人员最多可补录</translation>
    </message>
    <message>
        <source>Nobody answers, tier A: the supervisor knows within</source>
        <translation>无人应答，A 级：督导须在此之内知道</translation>
    </message>
    <message>
        <source>Nobody answers, tier A: the community knows within</source>
        <translation>无人应答，A 级：社区须在此之内知道</translation>
    </message>
    <message>
        <source>Nobody answers, tier C: second try within</source>
        <translation>无人应答，C 级：再试须在此之内</translation>
    </message>
    <message>
        <source>A device&apos;s sign of life counts as a contact</source>
        <translation>设备的活动信号算联系</translation>
    </message>
</context>
<context>
    <name>RuleSetCard</name>
    <message numerus="yes">
        <source>Two contacts closer than %n minute(s) are one person-time</source>
        <translation>
            <numerusform>间隔不到 %n 分钟的两次联系算一人次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A confirmed absence holds for %n day(s)</source>
        <translation>
            <numerusform>确认的外出 %n 天内有效</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A stay in a care home under %n day(s) counts as hospital</source>
        <translation>
            <numerusform>入住机构不满 %n 天算住院</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First visit within %n day(s) after care begins</source>
        <translation>
            <numerusform>纳入后 %n 天内首次探访</numerusform>
        </translation>
    </message>
    <message>
        <source>A device&apos;s sign of life counts as a contact</source>
        <translation>设备的活动信号算联系</translation>
    </message>
    <message>
        <source>A device&apos;s sign of life does not count as a contact</source>
        <translation>设备的活动信号不算联系</translation>
    </message>
    <message>
        <source>Figures are final on day %1 of the next month; on a day off, at the end of the next working day</source>
        <translation>次月 %1 日定稿；遇休息日，顺延到下一个工作日结束</translation>
    </message>
    <message>
        <source>Figures are final on day %1 of the next month</source>
        <translation>次月 %1 日定稿</translation>
    </message>
    <message numerus="yes">
        <source>A visitor may enter a visit up to %n day(s) later</source>
        <translation>
            <numerusform>探访人员可补录 %n 天以内的探访</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody answers, tier A: supervisor within %1, community within %2</source>
        <translation>无人应答，A 级：%1内报督导，%2内报社区</translation>
    </message>
    <message numerus="yes">
        <source>Nobody answers, tier C: second try within %n day(s)</source>
        <translation>
            <numerusform>无人应答，C 级：%n 天内再试</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>将执行</translation>
    </message>
    <message>
        <source>Holds now</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>已过</translation>
    </message>
    <message>
        <source>Counted: %1</source>
        <translation>计入：%1</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>初始设置</translation>
    </message>
    <message>
        <source>No rules on this device yet</source>
        <translation>本机还没有规则</translation>
    </message>
    <message>
        <source>They come with the first upload and download. Until then the usual ones hold.</source>
        <translation>首次上传下载后就有。在此以前按通用规则。</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>First day of the district</source>
        <translation>本区上线日</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未设定</translation>
    </message>
    <message>
        <source>No visit is due before it; its month is counted in part and never final.</source>
        <translation>上线日以前没有应访；上线当月只计入一部分，不定稿。</translation>
    </message>
    <message>
        <source>Another first day</source>
        <translation>改上线日</translation>
    </message>
    <message>
        <source>Please give a day like 2026-12-01.</source>
        <translation>请写一个日期，例如 2026-12-01。</translation>
    </message>
    <message>
        <source>Change the rules from a later day …</source>
        <translation>从以后某天起修改规则……</translation>
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
    <name>ServiceSheet</name>
    <message>
        <source>Done for %1</source>
        <translation>为%1做的事</translation>
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
        <source>What was it?</source>
        <translation>做了什么？</translation>
    </message>
    <message>
        <source>Only the time for the elder; the way there and back is not counted.</source>
        <translation>只算为老人做事的时间，路上不算。</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>哪一天？</translation>
    </message>
    <message>
        <source>Together with</source>
        <translation>同去的人</translation>
    </message>
    <message>
        <source>Nothing was saved; what you chose is still here.</source>
        <translation>没有保存，您选的内容还在。</translation>
    </message>
    <message>
        <source>Please change it and save again.</source>
        <translation>请修改后再保存。</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Set up</source>
        <translation>初始设置</translation>
    </message>
    <message>
        <source>In this order</source>
        <translation>按这个顺序</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Then, where there are any: facilities, targets, programmes and this month&apos;s visits from paper. Sending a file again changes nothing that is right already.</source>
        <translation>有的话，接着是设施、目标、项目和本月的纸质走访记录。同一个文件再发一次，已经正确的不会改变。</translation>
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
    <name>SignsSheet</name>
    <message>
        <source>What did you notice?</source>
        <translation>发现了什么？</translation>
    </message>
    <message>
        <source>Put it down</source>
        <translation>记下</translation>
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
    <name>StickCard</name>
    <message>
        <source>Tablets without a network</source>
        <translation>没有网络的平板</translation>
    </message>
    <message>
        <source>Put in the stick they wrote their sealed files on. Each file goes to the service, and the receipts are written beside it: give the stick back, so that the tablet can read them.</source>
        <translation>插入平板写有加密文件的 U 盘。每个文件都发给服务，回执写在旁边；请把 U 盘交回，让平板读取回执。</translation>
    </message>
    <message>
        <source>There is no file on it that still has to be sent.</source>
        <translation>上面没有还要发送的文件。</translation>
    </message>
    <message>
        <source>Under way …</source>
        <translation>正在进行……</translation>
    </message>
    <message>
        <source>Choose the stick …</source>
        <translation>选择 U 盘…</translation>
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
    <message>
        <source>Search after nobody answered</source>
        <translation>无人应答后的寻找</translation>
    </message>
    <message>
        <source>Which one is right</source>
        <translation>两处填写的处理</translation>
    </message>
    <message>
        <source>One person or two</source>
        <translation>是否同一人</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>TargetCard</name>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3 of the time has passed</source>
        <translation>%1 至 %2，时间已过 %3</translation>
    </message>
</context>
<context>
    <name>TargetSheet</name>
    <message>
        <source>Set a target</source>
        <translation>设定目标</translation>
    </message>
    <message>
        <source>Change the target</source>
        <translation>修改目标</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>How many hours</source>
        <translation>多少小时</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>多少</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Until, that day included</source>
        <translation>止（含当日）</translation>
    </message>
    <message>
        <source>The paper that set it</source>
        <translation>依据文件</translation>
    </message>
    <message>
        <source>Please give a number from 1, and two days of which the second is not before the first.</source>
        <translation>请填 1 以上的数字和两个日期，止日不早于起日。</translation>
    </message>
</context>
<context>
    <name>TargetsCard</name>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>No target is set for the district.</source>
        <translation>本区还没有设定目标。</translation>
    </message>
    <message>
        <source>Set a target …</source>
        <translation>设定目标……</translation>
    </message>
</context>
<context>
    <name>TodayAlarm</name>
    <message>
        <source>%1: nobody answered, and the time is up</source>
        <translation>%1 无人应答，时限已过</translation>
    </message>
    <message>
        <source>%1: nobody answered</source>
        <translation>%1 无人应答</translation>
    </message>
    <message numerus="yes">
        <source>And %n more search(es) that cannot wait.</source>
        <translation>
            <numerusform>另外还有 %n 位要紧。</numerusform>
        </translation>
    </message>
    <message>
        <source>The search ends only when we know where they are.</source>
        <translation>知道老人下落才算结束。</translation>
    </message>
    <message>
        <source>Go on with the search</source>
        <translation>继续寻找</translation>
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
    <message>
        <source>Nobody answered: %1</source>
        <translation>无人应答，%1</translation>
    </message>
    <message>
        <source>Paused, begun %1</source>
        <translation>已暂停，%1 开始</translation>
    </message>
    <message>
        <source>Begun %1</source>
        <translation>%1 开始</translation>
    </message>
    <message>
        <source>Something was promised</source>
        <translation>有答应的事</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>答应：%1</translation>
    </message>
    <message>
        <source>Look again at a risk, %1</source>
        <translation>回头看 %1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>寻找</translation>
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
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>TwoPersons</name>
    <message>
        <source>%1, born %2</source>
        <comment>name, year</comment>
        <translation>%1，%2年生</translation>
    </message>
    <message>
        <source>A file of another area</source>
        <translation>其他区域的一份档案</translation>
    </message>
    <message>
        <source>Made one person; can still be taken apart.</source>
        <translation>已合并为一人，仍可撤销。</translation>
    </message>
</context>
<context>
    <name>TwoValues</name>
    <message>
        <source>Also given: %1</source>
        <translation>另一处填写：%1</translation>
    </message>
    <message>
        <source>Stood then: %1</source>
        <translation>当时的填写：%1</translation>
    </message>
    <message>
        <source>Stands now: %1</source>
        <translation>现在的填写：%1</translation>
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
    <message>
        <source>Who are you? Your PIN, please</source>
        <translation>您是哪一位？请输入密码</translation>
    </message>
    <message>
        <source>Somebody else uses this device, too</source>
        <translation>还有别人用这台设备</translation>
    </message>
</context>
<context>
    <name>UrgentNotice</name>
    <message>
        <source>This cannot wait.</source>
        <translation>不能等。</translation>
    </message>
    <message>
        <source>Supervisor and community office are to know now.</source>
        <translation>现在就要告诉督导和社区。</translation>
    </message>
    <message>
        <source>If you think somebody is in danger, ring 110 or 120 at once. It is your decision, and always right to ask.</source>
        <translation>如果您觉得有人有危险，马上拨打 110 或 120。由您判断，打电话问总没有错。</translation>
    </message>
    <message>
        <source>Emergency numbers</source>
        <translation>急救电话</translation>
    </message>
</context>
<context>
    <name>ValueWords</name>
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
        <translation>怎样开口</translation>
    </message>
    <message>
        <source>For your own safety</source>
        <translation>注意自身安全</translation>
    </message>
    <message>
        <source>At the door</source>
        <translation>门口情况</translation>
    </message>
    <message>
        <source>Where the elder is</source>
        <translation>老人去向</translation>
    </message>
    <message>
        <source>How often to visit</source>
        <translation>探访频次</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>老人类别</translation>
    </message>
    <message>
        <source>Where the elder lives</source>
        <translation>住处</translation>
    </message>
    <message>
        <source>In care from</source>
        <translation>服务起始日</translation>
    </message>
    <message>
        <source>Birth year</source>
        <translation>出生年份</translation>
    </message>
    <message>
        <source>Woman or man</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Two files of one person</source>
        <translation>同一人的两份档案</translation>
    </message>
    <message>
        <source>Colour of the door</source>
        <translation>标色</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Who it is to the elder</source>
        <translation>与老人的关系</translation>
    </message>
    <message>
        <source>Rung in an emergency</source>
        <translation>紧急联系人</translation>
    </message>
    <message>
        <source>Responsible in the family</source>
        <translation>赡养人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Who visits, and when</source>
        <translation>由谁探访、起止日期</translation>
    </message>
    <message>
        <source>One entry</source>
        <translation>一处填写</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>(see the file)</source>
        <translation>（见档案）</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>The more urgent one stands until somebody decides.</source>
        <translation>有人决定之前，以更紧要的一处为准。</translation>
    </message>
    <message>
        <source>A death that was reported stands until somebody decides.</source>
        <translation>有人决定之前，上报的去世不会被改掉。</translation>
    </message>
    <message>
        <source>What was taken back stays taken back until somebody decides.</source>
        <translation>有人决定之前，已撤销的仍算撤销。</translation>
    </message>
    <message>
        <source>The one of the higher role stands until somebody decides.</source>
        <translation>有人决定之前，以职责较高的人填写的为准。</translation>
    </message>
    <message>
        <source>The one that arrived last stands until somebody decides.</source>
        <translation>有人决定之前，以后上传的一处为准。</translation>
    </message>
    <message>
        <source>The same ID number stands in both files.</source>
        <translation>两份档案的身份证号相同。</translation>
    </message>
    <message>
        <source>The same name and birth year in one community.</source>
        <translation>同一社区，姓名和出生年份相同。</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>what holds, day</comment>
        <translation>%1（%2起）</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
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
    <message>
        <source>correction of %1</source>
        <translation>更正 %1 的记录</translation>
    </message>
    <message>
        <source>copied from paper</source>
        <translation>纸质补录</translation>
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
    <message>
        <source>Saved. The search goes on</source>
        <translation>已保存，寻找继续</translation>
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
    <message>
        <source>%1, %2</source>
        <comment>day, length</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Together with</source>
        <translation>同去的人</translation>
    </message>
    <message>
        <source>Promised, %1</source>
        <translation>答应的事（%1）</translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation>已办到的事</translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation>无人应答</translation>
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
    <message>
        <source>Put the time right …</source>
        <translation>更正时间…</translation>
    </message>
</context>
<context>
    <name>WithSection</name>
    <message>
        <source>Were you alone?</source>
        <translation>您是一个人吗？</translation>
    </message>
</context>
<context>
    <name>WorkedRow</name>
    <message>
        <source>measured</source>
        <translation>设备记录</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>手工填写</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>certified</source>
        <translation>已认定</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>待认定</translation>
    </message>
    <message>
        <source>overlaps an earlier one</source>
        <translation>与较早的一条重叠</translation>
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
    <message>
        <source>Assign all of these …</source>
        <translation>全部分配……</translation>
    </message>
    <message>
        <source>Hand all of these over …</source>
        <translation>全部移交……</translation>
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
