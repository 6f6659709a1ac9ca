// Draws BPMN files as bpmn.io shows them, in a browser without windows.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './chromium.mjs';
import { root } from './root.mjs';

/** A package of one of the workspaces. */
const from = (workspace, name) => createRequire(path.join(root, workspace, 'package.json')).resolve(name);

/** The SVG of each file, in the order of the files. */
export const drawProcesses = async (files) => {
  const { default: playwright } = await import(pathToFileURL(from('examples', 'playwright-core')).href);
  const browser = await playwright.chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setContent('<div id="canvas" style="width:1600px;height:900px"></div>');
    await page.addScriptTag({ path: from('designer', 'bpmn-js/dist/bpmn-viewer.production.min.js') });
    const drawings = [];
    for (const file of files) drawings.push(await page.evaluate(drawIn, readFileSync(file, 'utf8')));
    return drawings;
  } finally {
    await browser.close();
  }
};

/** Runs in the page. */
const drawIn = async (xml) => {
  const viewer = new globalThis.BpmnJS({ container: '#canvas' });
  await viewer.importXML(xml);
  const { svg } = await viewer.saveSVG();
  viewer.destroy();
  return svg;
};
