import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { show } from '../test/render';
import { FilterSelect, ListBar } from './filters';

const screenOf = window.matchMedia;

beforeEach(() => {
  window.matchMedia = (query) => ({ matches: true, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList;
});
afterEach(() => {
  window.matchMedia = screenOf;
});

const bar = (
  <ListBar>
    <FilterSelect label="Che cosa" value={undefined} options={[]} onChange={vi.fn()} />
    <FilterSelect label="Scadenza" value={undefined} options={[]} onChange={vi.fn()} />
  </ListBar>
);

test('on a phone the button says how many filters are on, and a calendar is none', () => {
  show(bar, '/here?as=calendar&view=month&on=2026-12-01&q=forno&sort=name');
  expect(screen.getByRole('button', { name: 'Filtri' })).toBeTruthy();
});

test('on a phone the filters of a calendar are counted', () => {
  show(bar, '/here?as=calendar&kind=visit&mine=true');
  expect(screen.getByRole('button', { name: 'Filtri (2)' })).toBeTruthy();
});
