import { useState } from 'react';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { useKeptFocus } from './kept-focus';

function Page() {
  useKeptFocus();
  const [done, setDone] = useState(false);
  return (
    <main>
      <h1>Tirocinio</h1>
      <section>
        <h2>Firme</h2>
        {!done && <button onClick={() => setDone(true)}>Registra la firma</button>}
      </section>
    </main>
  );
}

test('the focus stays in its part of the page when the button that had it goes', async () => {
  render(<Page />);
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('{Enter}');
  await act(() => Promise.resolve());
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Firme' }));
});
