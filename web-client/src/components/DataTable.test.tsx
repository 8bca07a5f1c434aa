import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ApiError } from '../api/problem';
import { show } from '../test/render';
import { DataTable } from './DataTable';
import { useSelection } from './selection';
import { useList, type ListPage } from './useList';

interface Company {
  id: string;
  name: string;
}
type Page = (at: { cursor?: string; total?: true }) => Promise<ListPage<Company>>;

function Companies({ page, onSort, onClear }: { page: Page; onSort?: (sort: string) => void; onClear?: () => void }) {
  const list = useList({ queryKey: ['companies'], page });
  const selection = useSelection();
  return (
    <DataTable
      label="Aziende"
      list={list}
      rowKey={(row) => row.id}
      rowLink={(row) => `/companies/${row.id}`}
      sort={{ value: 'name', onChange: onSort ?? (() => undefined) }}
      selection={selection}
      bulkActions={<button type="button">Archivia</button>}
      empty={{ title: 'Nessuna azienda', text: 'Si comincia da un foglio.' }}
      onClearFilters={onClear}
      columns={[
        { key: 'name', header: 'Nome', sort: 'name', cell: (row) => row.name },
        { key: 'id', header: 'Codice', cell: (row) => row.id },
      ]}
    />
  );
}

const two: Company[] = [{ id: '1', name: 'Forno' }, { id: '2', name: 'Hotel' }];

test('shows that rows are coming, then the rows', async () => {
  let answer!: (page: ListPage<Company>) => void;
  show(<Companies page={() => new Promise((resolve) => (answer = resolve))} />);
  expect(screen.getByText('Caricamento in corso')).toBeTruthy();
  await waitFor(() => expect(answer).toBeDefined());
  answer({ items: two, total: 2 });
  expect(await screen.findByRole('link', { name: 'Forno' })).toBeTruthy();
  expect(screen.getByText('2 di 2')).toBeTruthy();
});

test('asks the next page by its cursor and counts only once', async () => {
  const page = vi.fn<Page>(async ({ cursor }) => (cursor ? { items: [{ id: '3', name: 'Mensa' }] } : { items: two, nextCursor: 'c2', total: 3 }));
  const { user } = show(<Companies page={page} />);
  await user.click(await screen.findByRole('button', { name: 'Mostra altri' }));
  expect(await screen.findByRole('link', { name: 'Mensa' })).toBeTruthy();
  expect(page.mock.calls.map(([at]) => [at.cursor, at.total])).toEqual([[undefined, true], ['c2', undefined]]);
  expect(screen.queryByRole('button', { name: 'Mostra altri' })).toBeNull();
});

test('rows do not wait for a count that takes longer', async () => {
  let counted!: (total: number) => void;
  const page = vi.fn<Page>(async () => ({ items: two, nextCursor: 'c2' }));
  function Long() {
    const list = useList({ queryKey: ['companies'], page, count: () => new Promise<number>((resolve) => (counted = resolve)) });
    return <DataTable label="Aziende" list={list} rowKey={(row) => row.id} empty={{ title: 'Nessuna' }} columns={[{ key: 'name', header: 'Nome', cell: (row) => row.name }]} />;
  }
  show(<Long />);
  expect(await screen.findByText('Forno')).toBeTruthy();
  expect(screen.getByText('2 righe mostrate')).toBeTruthy();
  expect(page.mock.calls[0]![0].total).toBeUndefined();
  counted(45000);
  expect(await screen.findByText('2 di 45.000')).toBeTruthy();
});

test('with the last page the button goes, and the focus stays where the rows end', async () => {
  const { user } = show(<Companies page={async ({ cursor }) => (cursor ? { items: [{ id: '3', name: 'Mensa' }] } : { items: two, nextCursor: 'c2', total: 3 })} />);
  await user.click(await screen.findByRole('button', { name: 'Mostra altri' }));
  await screen.findByRole('link', { name: 'Mensa' });
  expect(document.activeElement).toBe(screen.getByText('3 di 3'));
});

test('the bar says of how many the chosen ones are, where the list is longer', async () => {
  const { user } = show(<Companies page={async () => ({ items: two, nextCursor: 'c2', total: 4568 })} />);
  await user.click(await screen.findByRole('checkbox', { name: /Scegli tutte/ }));
  expect(within(screen.getByRole('region', { name: 'Azioni sulle righe scelte' })).getByText('2 scelte di 4.568')).toBeTruthy();
});

test('an empty list says what to do; an empty search offers the way back', async () => {
  const none: Page = async () => ({ items: [], total: 0 });
  const { unmount } = show(<Companies page={none} />);
  expect(await screen.findByText('Si comincia da un foglio.')).toBeTruthy();
  unmount();
  const onClear = vi.fn();
  const { user } = show(<Companies page={none} onClear={onClear} />);
  await user.click(await screen.findByRole('button', { name: 'Azzera ricerca e filtri' }));
  expect(onClear).toHaveBeenCalledOnce();
});

test('a refusal speaks with the words of the server and can be retried', async () => {
  const page = vi.fn<Page>().mockRejectedValueOnce(new ApiError({ status: 503, title: 'Il servizio è occupato', detail: 'Riprovare tra poco.' })).mockResolvedValue({ items: two, total: 2 });
  const { user } = show(<Companies page={page} />);
  expect(within(await screen.findByRole('alert')).getByText('Riprovare tra poco.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Riprova' }));
  expect(await screen.findByRole('link', { name: 'Forno' })).toBeTruthy();
});

test('the head asks for the other direction', async () => {
  const onSort = vi.fn();
  const { user } = show(<Companies page={async () => ({ items: two })} onSort={onSort} />);
  await screen.findByRole('link', { name: 'Forno' });
  expect(screen.getByRole('columnheader', { name: 'Nome' }).getAttribute('aria-sort')).toBe('ascending');
  await user.click(screen.getByRole('button', { name: 'Nome' }));
  expect(onSort).toHaveBeenCalledWith('-name');
});

test('ticked rows open the bar, and a click on a row opens the record', async () => {
  const { user, router } = show(<Companies page={async () => ({ items: two })} />);
  await user.click(await screen.findByRole('checkbox', { name: 'Scegli Forno' }));
  expect(within(screen.getByRole('region', { name: 'Azioni sulle righe scelte' })).getByText('1 scelta')).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: /Scegli tutte/ }));
  expect(within(screen.getByRole('region', { name: 'Azioni sulle righe scelte' })).getByText('2 scelte')).toBeTruthy();
  expect(router.state.location.pathname).toBe('/here');
  await user.click(screen.getByRole('cell', { name: '2' }));
  expect(router.state.location.pathname).toBe('/companies/2');
});

test('arrows walk from name to name', async () => {
  const { user } = show(<Companies page={async () => ({ items: two })} />);
  (await screen.findByRole('link', { name: 'Forno' })).focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('Hotel');
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement?.textContent).toBe('Forno');
});
