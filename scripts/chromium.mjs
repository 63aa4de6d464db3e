// A Chromium or Chrome for the browser tests: one that is there, or Debian's where we may install it.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { progress } from './install.mjs'

const places = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe']
}

const find = () => [process.env.CHROMIUM, ...(places[process.platform] ?? [])].find((path) => path && existsSync(path))

/** Its path; undefined where there is none and none can be had. */
export function ensureChromium() {
  return find() ?? (mayInstall() ? install() : undefined)
}

const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && /^ID(_LIKE)?=.*debian/m.test(existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '')

function install() {
  const done = progress('正在安装 Chromium 和中文字体（浏览器测试用） · Installing Chromium and a Chinese font for the browser tests')
  const apt = (...args) => spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
  done()
  return find()
}
