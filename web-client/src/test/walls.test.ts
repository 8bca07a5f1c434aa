import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(__dirname, '..');
/** What each folder may import, besides itself. */
const mayImport: Record<string, string[]> = {
  lib: ['components/icons'],
  api: ['lib'],
  components: ['api', 'lib'],
  features: ['api', 'lib', 'components'],
  app: ['api', 'lib', 'components', 'features'],
};

const imports = readdirSync(src, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    return [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g)].map((match) => ({
      from: relative(src, file),
      to: relative(src, resolve(dirname(file), match[1]!)),
    }));
  });

test('folders import only what is below them', () => {
  expect(imports.length).toBeGreaterThan(50);
  const wrong = imports.filter(({ from, to }) => {
    const folder = from.split('/')[0]!;
    const allowed = mayImport[folder];
    return allowed && !to.startsWith(`${folder}/`) && !allowed.some((other) => to === other || to.startsWith(`${other}/`));
  });
  expect(wrong).toEqual([]);
});

test('features do not import each other', () => {
  const wrong = imports.filter(({ from, to }) => from.startsWith('features/') && to.startsWith('features/') && from.split('/')[1] !== to.split('/')[1]);
  expect(wrong).toEqual([]);
});

test('every list that is searched says so among its filters', () => {
  const searched = readdirSync(join(src, 'features'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, 'utf8').includes('value={state.q}'));
  expect(searched.length).toBeGreaterThan(10);
  expect(searched.filter((file) => !readFileSync(file, 'utf8').includes('value: state.q, onChange: state.setQ }')).map((file) => relative(src, file))).toEqual([]);
});
