import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sectors } from './sectors';

test('the sectors are those of the server, in its order', () => {
  const source = readFileSync(resolve(__dirname, '../../../modules/Shared/Reference/Sectors.cs'), 'utf8');
  expect([...source.matchAll(/"(\w+)"/g)].map((match) => match[1])).toEqual([...sectors]);
});
