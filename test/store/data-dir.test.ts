import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cacheDir, dataDir } from '../../src/store/data-dir.ts';

const home = mkdtempSync(join(tmpdir(), 'duban-home-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test.each([
  [{ DATA_DIR: join(home, 'mine') }, join(home, 'mine')],
  [{ HOME: home, XDG_DATA_HOME: join(home, 'xdg') }, join(home, 'xdg', 'duban')],
  [{ HOME: home }, join(home, '.local', 'share', 'duban')],
  [{ HOME: home, DATA_DIR: '' }, join(home, '.local', 'share', 'duban')],
])('%j keeps its data in %s, which only the owner can enter', (env, expected) => {
  expect(dataDir(env)).toBe(expected);
  expect(statSync(expected).mode & 0o777).toBe(0o700);
});

test('what can be fetched again lies apart from the data', () => {
  expect(cacheDir({ HOME: home })).toBe(join(home, '.cache', 'duban'));
  expect(cacheDir({ HOME: home, XDG_CACHE_HOME: '/var/cache/me' })).toBe('/var/cache/me/duban');
});
