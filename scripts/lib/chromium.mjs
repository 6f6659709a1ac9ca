import { accessSync, constants } from 'node:fs';
import { run } from './run.mjs';
import { step } from './step.mjs';

/** The shell first: the same browser without windows, which a journey needs a quarter less of the processor for. */
const candidates = [
  process.env.IRISFLOW_TEST_CHROMIUM,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const findInstalled = () => candidates.find((file) => file !== undefined && file !== '' && isExecutable(file));

const installAsRoot = async () => {
  await run(['apt-get', 'update', '-qq'], { quiet: true });
  for (const name of ['chromium-headless-shell', 'chromium']) {
    if (findInstalled() !== undefined) return;
    await run(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', name], {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
};

/** The browser for the journeys: the one that is there, else Debian's when we are root, else a sentence that says what to install. */
export const findChromium = async () => {
  const found = findInstalled();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')) await step('Installing Chromium', installAsRoot);
  const installed = findInstalled();
  if (installed !== undefined) return installed;
  throw new Error(
    'Expected Chromium for the browser journeys, but found none. Install it (Debian: apt-get install chromium-headless-shell) or set IRISFLOW_TEST_CHROMIUM.',
  );
};
