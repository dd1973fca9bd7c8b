/** Why a whole file cannot be read: the kernel's refusals wrap it as it stands. */
export type FileProblem = { readonly code: string; readonly titleZh: string; readonly detailZh: string }

/** Thrown from inside a stream, where no value can be returned; caught at the door of this folder. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem
  constructor(problem: FileProblem) {
    super(`${problem.code}: ${problem.detailZh}`)
    this.name = 'UnreadableFile'
    this.problem = problem
  }
}

const problem = (code: string, titleZh: string, detailZh: string): FileProblem => ({ code, titleZh, detailZh })

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`

export const notALedger = (fileName: string): FileProblem =>
  problem(
    'FILE_TYPE',
    '文件类型不对',
    `“${fileName}”的内容不是表格。只能导入 .xlsx、.xls 或 .csv 台账；请在 Excel 或 WPS 中打开后另存为 .xlsx 再导入。`,
  )

export const openDocument = (fileName: string): FileProblem =>
  problem('FILE_TYPE', '文件类型不对', `“${fileName}”是 ODF 格式。请用 WPS 或 Excel 打开，另存为 .xlsx 后再导入。`)

export const encryptedWorkbook = (fileName: string): FileProblem =>
  problem(
    'FILE_ENCRYPTED',
    '工作簿已加密',
    `“${fileName}”设有打开密码，系统不接收密码。请用 Excel 或 WPS 打开，在“文件—信息—保护工作簿”中去掉密码，另存后再导入。`,
  )

export const damagedWorkbook = (fileName: string, place: string): FileProblem =>
  problem(
    'FILE_DAMAGED',
    '工作簿已损坏',
    `“${fileName}”的${place}读不出来，文件可能没有传完或已损坏。请用 Excel 或 WPS 打开修复，另存为新的 .xlsx 后再导入。`,
  )

export const oversizedFile = (fileName: string, size: number, limit: number): FileProblem =>
  problem(
    'FILE_TOO_LARGE',
    '文件过大',
    `“${fileName}”有 ${megabytes(size)}，超过 ${megabytes(limit)} 的上限。请按年度或按月拆成几个文件分别导入。`,
  )

export const zipBomb = (fileName: string, place: string): FileProblem =>
  problem(
    'FILE_ZIP_BOMB',
    '压缩内容异常',
    `“${fileName}”${place}，解压后远大于正常台账，已停止读取。请删去空白的行列和图片，另存为新的 .xlsx 后再导入。`,
  )

export const unreadableText = (fileName: string): FileProblem =>
  problem(
    'FILE_ENCODING',
    '文字编码不对',
    `“${fileName}”既不是 UTF-8 也不是 GB18030 编码。请用 Excel 打开，另存为“CSV UTF-8（逗号分隔）”或 .xlsx 后再导入。`,
  )

export const emptyFile = (fileName: string): FileProblem =>
  problem('FILE_EMPTY', '文件是空的', `“${fileName}”里没有任何内容。请检查是否选错了文件。`)
