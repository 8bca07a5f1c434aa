import { fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider, useNavigate } from 'react-router';
import { expect, test, vi } from 'vitest';
import { followLeaving } from '../lib/leaving';
import { FilterChips, SearchBox } from './filters';

test('a search still waiting is not sent once a result was opened, however late its page comes', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const sent = vi.fn();
  function List() {
    const navigate = useNavigate();
    return (
      <>
        <SearchBox label="Cerca" value="" onChange={sent} />
        <button type="button" onClick={() => void navigate('/one')} />
      </>
    );
  }
  let arrive = () => undefined as void;
  const page = new Promise<{ Component: () => null }>((resolve) => (arrive = () => resolve({ Component: () => null })));
  const router = createMemoryRouter([{ path: '/', element: <List /> }, { path: '/one', lazy: () => page }]);
  followLeaving(router);
  render(<RouterProvider router={router} />);

  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'forno' } });
  fireEvent.click(screen.getByRole('button', { name: '' }));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).not.toHaveBeenCalled();
  expect(router.state.navigation.location?.pathname).toBe('/one');

  arrive();
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/one'));
  vi.useRealTimers();
});

test('a search is sent after a pause in the typing', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const sent = vi.fn();
  const router = createMemoryRouter([{ path: '/', element: <SearchBox label="Cerca" value="" onChange={sent} /> }]);
  followLeaving(router);
  render(<RouterProvider router={router} />);

  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'forno' } });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toHaveBeenCalledExactlyOnceWith('forno');
  vi.useRealTimers();
});

test('what is searched stands among the filters, before them, and is taken off alone', () => {
  const [off, state, all] = [vi.fn(), vi.fn(), vi.fn()];
  const { rerender } = render(<FilterChips text={{ name: 'Cerca per nome', value: 'forno', onChange: off }} chips={[{ key: 'state', name: 'Stato', label: 'aperto', onRemove: state }]} onClear={all} />);
  expect(screen.getAllByRole('listitem').map((item) => item.textContent.trim())).toEqual(['«forno»', 'Aperto', 'Azzera']);

  fireEvent.click(screen.getByRole('button', { name: 'Togli il filtro Cerca per nome' }));
  expect(off).toHaveBeenCalledExactlyOnceWith('');
  expect(state).not.toHaveBeenCalled();

  rerender(<FilterChips text={{ name: 'Cerca per nome', value: '', onChange: off }} chips={[]} onClear={all} />);
  expect(screen.queryByRole('list')).toBeNull();
});
