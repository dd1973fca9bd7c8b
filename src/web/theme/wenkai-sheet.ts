// The list of its slices is the longest of all and wanted least: characters that Noto lacks.
import '@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Regular/result.css'
