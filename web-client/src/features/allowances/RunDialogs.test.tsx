import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { today } from '../../lib/format';
import { show } from '../../test/render';
import type { Payment, Run } from './api/runs';
import { SettleDialog } from './RunDialogs';

const sent: { path: string; body: unknown }[] = [];

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push({ path: new URL(request.url).pathname, body: await request.json() });
    return new Response(null, { status: 204 });
  });
});

const runWith = (pending: { people: number; cents: number }) =>
  ({ id: 'run', payments: [{ code: 'done', people: 900, cents: 45_000_000 }, { code: 'pending', ...pending }] }) as unknown as Run;

test('settling all says how many payments wait and how much they are, and nothing of those settled already', async () => {
  const { user } = show(<SettleDialog run={runWith({ people: 1204, cents: 60_200_050 })} payments={null} outcome="done" onClose={vi.fn()} />);
  expect(screen.getByText(/^Tutti i 1\.204 bonifici da registrare, 602\.000,50\s€\.$/)).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Registra' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({ path: '/api/v1/allowance-runs/run/settlements', body: { paymentIds: null, outcome: 'done', on: today(), reason: null } });
});

test('of one that waits the sentence speaks of one', () => {
  show(<SettleDialog run={runWith({ people: 1, cents: 50_000 })} payments={null} outcome="done" onClose={vi.fn()} />);
  expect(screen.getByText(/^1 bonifico da registrare, 500,00\s€\.$/)).toBeTruthy();
});

test('settling the one that was chosen names who it is for, and counts nobody else', () => {
  show(<SettleDialog run={runWith({ people: 1204, cents: 60_200_050 })} payments={[{ id: 'one', name: 'Amoruso Livia' } as Payment]} outcome="returned" onClose={vi.fn()} />);
  expect(screen.getByText('Amoruso Livia')).toBeTruthy();
  expect(screen.queryByText(/1\.204/)).toBeNull();
});
