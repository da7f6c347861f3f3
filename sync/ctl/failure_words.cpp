#include <array>
#include <utility>

#include "sync/ctl/failure.h"

namespace doorstep::ctl {

namespace {

using Row = std::pair<Failure, FailureWords>;

constexpr Wording kNothingSent = {"什么都没有发送，服务端的数据没有变化。",
                                  "Nothing was sent; the service's data is as it was."};
constexpr Wording kNothingChanged = {"没有改动任何数据。", "No data was changed."};

constexpr auto kWords = std::to_array<Row>({
    {Failure::kServiceDown,
     {{"连不上服务 {0}。", "The service at {0} cannot be reached."},
      {"服务端和平板上的数据都不受影响。", "What the service and the tablets hold is safe."},
      {"请确认 doorstepd 正在运行、地址和端口正确，然后再执行一次；重复执行是安全的。",
       "Check that doorstepd is running and that address and port are right, then run this again; repeating is "
       "safe."}}},
    {Failure::kServiceSlow,
     {{"服务 {0} 在 {1} 秒内没有答复。", "The service at {0} did not answer within {1} seconds."},
      {"已经提交的部分不会丢失，也不会重复。", "What it has committed stays, and nothing is taken twice."},
      {"请稍后再执行一次，或用 --timeout 给出更长的时间。",
       "Run this again later, or give it more time with --timeout."}}},
    {Failure::kCertificateRefused,
     {{"服务 {0} 不接受这份证书，或不是签发它的那个服务。",
       "The service at {0} did not accept this certificate, or is not the one that issued it."},
      kNothingSent,
      {"请用 --credentials 指定这个服务数据目录中的 operator.pem。",
       "Name the operator.pem in this service's data folder with --credentials."}}},
    {Failure::kNotPermitted,
     {{"这份证书没有做这件事的权限。", "This certificate does not have the right to do this."},
      kNothingChanged,
      {"请使用运维证书 operator.pem，或请运维人员执行。",
       "Use the operator's certificate operator.pem, or ask the operator to do it."}}},
    {Failure::kCredentialsMissing,
     {{"没有找到证书文件[ {0}]。", "The certificate file[ {0}] was not found."},
      kNothingSent,
      {"请用 --credentials 指定 operator.pem，或把 DOORSTEP_DATA_DIR 设为 doorstepd 的数据目录。",
       "Name operator.pem with --credentials, or set DOORSTEP_DATA_DIR to doorstepd's data folder."}}},
    {Failure::kCredentialsUnusable,
     {{"证书文件 {0} 不完整：需要证书、私钥和签发机构。",
       "The certificate file {0} is not complete: it needs certificate, key and authority."},
      kNothingSent,
      {"请使用 doorstepd 首次启动时写在数据目录中的 operator.pem。",
       "Use the operator.pem that doorstepd wrote into its data folder at its first start."}}},
    {Failure::kUnknownArea,
     {{"服务不知道区域[ {0}]。", "The service does not know the area[ {0}]."},
      kNothingChanged,
      {"请核对区域代码；新区域先用 doorstepctl import areas 导入。",
       "Check the area's code; import new areas first with doorstepctl import areas."}}},
    {Failure::kNoRules,
     {{"这个区还没有设置规则，无法计算。", "The district has no rules yet, so nothing can be counted."},
      kNothingChanged,
      {"请先执行 doorstepctl rules set --district 区代码 --go-live 启用日期。",
       "Run doorstepctl rules set --district CODE --go-live DATE first."}}},
    {Failure::kUnknownWorker,
     {{"服务不知道工号[ {0}]。", "The service does not know the staff number[ {0}]."},
      kNothingChanged,
      {"请核对工号；新人员先用 doorstepctl import workers 导入。",
       "Check the staff number; import new people first with doorstepctl import workers."}}},
    {Failure::kServiceRefused,
     {{"服务拒绝了请求（{0}）[：{1}]。", "The service refused the request ({0})[: {1}]."},
      {"已有的数据没有丢失。", "Nothing that was there is lost."},
      {"请按提示更正后再执行一次；若再次出现，请查看服务的日志。",
       "Correct what it names and run this again; if it comes back, look into the service's log."}}},
    {Failure::kFileUnreadable,
     {{"无法读取文件 {0}。", "The file {0} cannot be read."},
      kNothingSent,
      {"请核对路径和读取权限。", "Check the path and the right to read it."}}},
    {Failure::kFileUnwritable,
     {{"无法写入 {0}。", "{0} cannot be written."},
      {"服务端的数据不受影响。", "What the service holds is not affected."},
      {"请检查剩余空间和写入权限，或指定另一个位置。",
       "Check the free space and the right to write, or name another place."}}},
    {Failure::kFileTooLarge,
     {{"文件 {0} 超过 {1} MiB。", "The file {0} is larger than {1} MiB."},
      kNothingSent,
      {"请把它分成几个文件分别导入；重复导入是安全的。",
       "Split it and import the parts; importing a row again is safe."}}},
    {Failure::kFileEmpty,
     {{"文件 {0} 中没有表头。", "The file {0} has no header row."},
      kNothingSent,
      {"第一行须是列名，见 doorstepctl import --help。",
       "Its first line must name the columns, see doorstepctl import --help."}}},
    {Failure::kNotUtf8,
     {{"文件第 {0} 行不是 UTF-8 编码（可能是 GB18030）。", "Line {0} of the file is not UTF-8 (it may be GB18030)."},
      kNothingSent,
      {"请在表格软件中另存为“CSV UTF-8”后再导入。",
       "Save it as “CSV UTF-8” in the spreadsheet program and import that."}}},
    {Failure::kOpenQuote,
     {{"第 {0} 行开始的引号一直没有结束。", "The quote that opens in line {0} is never closed."},
      kNothingSent,
      {"请补上引号，或把字段中的引号写成两个。", "Close it, or write a quote inside a field twice."}}},
    {Failure::kColumnMissing,
     {{"表头缺少列“{0}”。", "The header lacks the column “{0}”."},
      kNothingSent,
      {"请补上这一列；列名见 sync/ctl/README.md。", "Add the column; the names are in sync/ctl/README.md."}}},
    {Failure::kColumnTwice,
     {{"列“{0}”在表头中出现了两次。", "The column “{0}” stands twice in the header."},
      kNothingSent,
      {"请只保留一列。", "Keep one of them."}}},
    {Failure::kBadOption,
     {{"选项 {0} 的值无法使用，应为 {1}。", "The value of {0} cannot be used; it takes {1}."},
      kNothingSent,
      {"请更正后再执行一次。", "Correct it and run this again."}}},
    {Failure::kInterrupted,
     {{"已按要求中途停止。", "Stopped half-way, as asked."},
      {"已被接受的行都已保存。", "The rows taken so far are kept."},
      {"对同一文件再执行一次即可接着导入。", "Run this again on the same file to go on."}}},
    {Failure::kEscrowUnusable,
     {{"这把密钥打不开这段托管文本，或文本有误[（{0}）]。",
       "This key does not open this text, or the text is not right[ ({0})]."},
      {"平板上的数据原样保留。", "What is on the tablet stays as it is."},
      {"请核对托管文本是否完整，以及 escrow.key 是否属于发放这台平板的单位。",
       "Check that the escrow text is whole and that escrow.key belongs to the organisation that issued the tablet."}}},
    {Failure::kProgramMissing,
     {{"没有找到程序 {0}。", "The program {0} was not found."},
      kNothingChanged,
      {"它应与 doorstepctl 在同一目录；请先完整构建。",
       "It belongs into the folder of doorstepctl; build everything first."}}},
    {Failure::kProgramFailed,
     {{"程序 {0} 以代码 {1} 退出。", "The program {0} ended with code {1}."},
      {"演示数据保留在它的目录中，真实数据不受影响。",
       "The demonstration's data stays in its folder; real data is not touched."},
      {"请看上面的输出。", "See its output above."}}},
    {Failure::kProgramSilent,
     {{"程序 {0} 没有给出预期的答复。", "The program {0} did not answer as expected."},
      {"演示数据保留在它的目录中，真实数据不受影响。",
       "The demonstration's data stays in its folder; real data is not touched."},
      {"请看上面的输出。", "See its output above."}}},
    {Failure::kFolderNotEmpty,
     {{"目录 {0} 不是空的。", "The folder {0} is not empty."},
      {"其中的内容没有改动。", "What is in it was not touched."},
      {"请用 --dir 指定一个空目录或新目录。", "Name an empty or a new folder with --dir."}}},
});

}  // namespace

const FailureWords& failureWords(Failure what) {
  for (const auto& [row, words] : kWords) {
    if (row == what) {
      return words;
    }
  }
  return kWords.front().second;
}

}  // namespace doorstep::ctl
