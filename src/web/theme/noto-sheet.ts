// Fetched after the first paint, and only by a machine without a Chinese face.
import '@fontsource-variable/noto-sans-sc/index.css'
