import { act, renderHook } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { useListState, type ListState } from './useListState';

function open(address: string, privateText = false) {
  let latest!: ListState<'town' | 'mine'>;
  function Probe() {
    latest = useListState({ filters: ['town', 'mine'] as const, defaultSort: 'name', privateText });
    return null;
  }
  const router = createMemoryRouter([{ path: '*', element: <Probe /> }], { initialEntries: [address] });
  renderHook(() => null, { wrapper: () => <RouterProvider router={router} /> });
  return { router, list: () => latest };
}

test('an address brings text, filters and order back', () => {
  const { list } = open('/companies?q=forno&town=AP&sort=-name&other=1');
  expect(list().query).toEqual({ q: 'forno', town: 'AP', sort: '-name' });
  expect(list().isFiltered).toBe(true);
});

test('a change goes into the address and leaves foreign parameters alone', async () => {
  const { router, list } = open('/companies?view=map');
  await act(async () => list().setFilter('town', 'AP'));
  await act(async () => list().setQ('forno'));
  expect(router.state.location.search).toBe('?view=map&town=AP&q=forno');
  expect(router.state.historyAction).toBe('REPLACE');
});

test('the default order is not written', async () => {
  const { router, list } = open('/companies');
  await act(async () => list().setSort('-name'));
  expect(router.state.location.search).toBe('?sort=-name');
  await act(async () => list().setSort('name'));
  expect(router.state.location.search).toBe('');
  expect(list().sort).toBe('name');
});

test('clearing removes text and filters but not the order', async () => {
  const { router, list } = open('/companies?q=a&town=AP&mine=true&sort=-name');
  await act(async () => list().clear());
  expect(router.state.location.search).toBe('?sort=-name');
  expect(list().isFiltered).toBe(false);
});

test('a private text is searched but never enters the address', async () => {
  const { router, list } = open('/people?town=AP', true);
  await act(async () => list().setQ('Rossi Marco'));
  expect(list().query).toMatchObject({ q: 'Rossi Marco', town: 'AP' });
  expect(router.state.location.search).toBe('?town=AP');
  expect(router.state.location.state).toMatchObject({ q: 'Rossi Marco' });
  await act(async () => list().clear());
  expect(list().q).toBe('');
});
