import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '../../test/render';
import { BoardPage } from './BoardPage';

function answerWith(operators: number) {
  const board = {
    toAssign: [],
    hiddenToAssign: [],
    hiddenCases: 0,
    hiddenOverdueReviews: 0,
    operators: Array.from({ length: operators }, (_, place) => ({ userId: `user-${place}`, name: `Operatrice ${place}`, active: true, openCases: operators - place, late: 0, stalled: 0, noSolution: 0, overdueReviews: 0 })),
    overdueReviews: [],
    overdueReviewCount: 0,
  };
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(board), { headers: { 'Content-Type': 'application/json' } }));
}

const names = (table: HTMLElement) => within(table).getAllByRole('link').map((link) => link.textContent);

test('of hundreds of operators the board draws a hundred, whoever has most first, and a hundred more when asked', async () => {
  answerWith(250);
  const { user } = show(<BoardPage />);
  const table = await screen.findByRole('table', { name: 'Carico per operatore' });
  await within(table).findByRole('link', { name: 'Operatrice 0' });
  expect(names(table)).toHaveLength(100);
  expect(names(table)[99]).toBe('Operatrice 99');
  expect(screen.getByText('100 di 250')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Mostra altri' }));
  expect(names(table)).toHaveLength(200);
  expect(screen.getByText('200 di 250')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Mostra altri' }));
  expect(names(table)).toHaveLength(250);
  expect(screen.queryByRole('button', { name: 'Mostra altri' })).toBeNull();
  // The button is gone: the number takes its place for the keyboard.
  expect(document.activeElement?.textContent).toBe('250 di 250');
});

test('a board of few operators shows them all and offers no more', async () => {
  answerWith(100);
  show(<BoardPage />);
  await screen.findByText('100 di 100');
  expect(screen.queryByRole('button', { name: 'Mostra altri' })).toBeNull();
});
