import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '../../test/render';
import type { Edition } from './api/editions';
import { Participants } from './Participants';

function answerWith(people: number) {
  const items = Array.from({ length: people }, (_, place) => ({ id: `enrolment-${place}`, displayName: `Iscritta ${place}`, state: 'confirmed', waitingPosition: null, attendedMinutes: 0, version: 1 }));
  vi.stubGlobal('fetch', async (request: Request) => {
    const body = new URL(request.url).pathname.endsWith('/enrolments') ? { items } : { id: 'me', rights: [], roles: [] };
    return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
  });
  return { id: 'edition', state: 'running', places: people, canManage: false, counts: { confirmed: people, enrolled: 0, waiting: 0, withdrawn: 0, completed: 0, hired: 0 } } as unknown as Edition;
}

test('of hundreds who take part a hundred are drawn, and the others when asked', async () => {
  const { user } = show(<Participants edition={answerWith(130)} />);
  await screen.findByText('Iscritta 0');
  expect(screen.getAllByRole('listitem')).toHaveLength(100);
  expect(screen.getByText('100 di 130')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Mostra altri' }));
  expect(screen.getAllByRole('listitem')).toHaveLength(130);
  expect(document.activeElement?.textContent).toBe('130 di 130');
});

test('a course of some tens is drawn whole, without a number below', async () => {
  show(<Participants edition={answerWith(30)} />);
  await screen.findByText('Iscritta 29');
  expect(screen.queryByText('30 di 30')).toBeNull();
});
