import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlanText } from '../core/plan/read.ts';

/** The plan files at a path: the file itself, or every .yaml, .yml and .json file in a folder, by name. */
export async function planTexts(path: string): Promise<readonly PlanText[]> {
  const paths = (await stat(path)).isDirectory() ? await plansIn(path) : [path];
  return Promise.all(paths.map(async (file) => ({ path: file, text: await readFile(file, 'utf8') })));
}

async function plansIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter(
    (name) => /\.(ya?ml|json)$/.test(name) && !/^\.|\.schema\.json$/.test(name),
  );
  return names.sort().map((name) => join(folder, name));
}
