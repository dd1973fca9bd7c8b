// Fetched after the first paint, and only by a machine without a Chinese face: the list of slices is long.
import '@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Regular/result.css'
import '@fontsource-variable/noto-sans-sc/index.css'
