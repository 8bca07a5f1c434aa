import { describe, expect, test } from 'vitest';
import { merged, same } from './merge';

describe('what two people changed at once', () => {
  const before = { name: 'Forno', phone: '', where: { town: 'Ascoli', street: null }, tags: ['a'] };

  test('is laid together where they changed different fields', () => {
    const mine = { ...before, name: 'Forno nuovo', where: { town: 'Ascoli', street: 'Via Roma' } };
    const theirs = { ...before, phone: '0736 1', where: { town: 'Fermo', street: null }, tags: ['a', 'b'] };
    expect(merged(before, mine, theirs)).toEqual({ name: 'Forno nuovo', phone: '0736 1', where: { town: 'Fermo', street: 'Via Roma' }, tags: ['a', 'b'] });
  });

  test('stays mine where both changed the same field, also to nothing', () => {
    expect(merged(before, { ...before, name: '' }, { ...before, name: 'Altro' }).name).toBe('');
    expect(merged(before, { ...before, tags: [] }, { ...before, tags: ['a', 'b'] }).tags).toEqual([]);
  });

  test('keeps what only this form knows', () => {
    expect(merged({ own: 1 }, { own: 2, asked: true }, { own: 1 })).toEqual({ own: 2, asked: true });
  });

  test.each([
    ['', null, true],
    [undefined, '', true],
    [0, '', false],
    [{ a: 1 }, { a: 1, b: null }, true],
    [['a'], ['a', 'b'], false],
    [{ a: [{ b: 'x' }] }, { a: [{ b: 'y' }] }, false],
  ])('%j and %j: the same is %s', (one, other, expected) => {
    expect(same(one, other)).toBe(expected);
  });
});
