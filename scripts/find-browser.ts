import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

const PACKAGES = ['chromium', 'fonts-noto-cjk'];

const ADVICE = `The journeys need a Chromium-based browser, and none was found.
Do one of these, then run the tests again:
  Debian, Ubuntu   sudo apt-get install -y ${PACKAGES.join(' ')}
  Fedora           sudo dnf install -y chromium google-noto-sans-cjk-fonts
  macOS, Windows   install Chrome or Edge
  anywhere         CHROMIUM_PATH=<full path of the browser's program> npm test`;

/** The program of an installed Chromium-based browser: CHROMIUM_PATH, else on the PATH, else where installers put it. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, and nothing is there`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...PLACES].find((path) => existsSync(path));
}

/** As `findBrowser`; where there is none it installs one if it may (root on Debian or Ubuntu), else says what to do. */
export function findOrInstallBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  if (!mayInstall()) throw new Error(ADVICE);
  console.log(`No browser found: installing ${PACKAGES.join(' and ')} …`);
  const options = {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', ...PACKAGES], options);
  } catch (error) {
    throw new Error(ADVICE, { cause: error });
  }
  const installed = findBrowser();
  if (!installed) throw new Error(ADVICE);
  return installed;
}

function mayInstall(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  const system = readFileSync('/etc/os-release', 'utf8');
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(system) && hasAptGet();
}

function hasAptGet(): boolean {
  return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}
