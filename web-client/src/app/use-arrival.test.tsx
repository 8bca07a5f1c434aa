import { act, render, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { createMemoryRouter, Link, Outlet, RouterProvider } from 'react-router';
import { beforeEach, expect, test, vi } from 'vitest';
import { useArrival } from './use-arrival';

const scrolled = vi.fn();
let grow = () => undefined as void;
beforeEach(() => {
  scrolled.mockReset();
  Element.prototype.scrollIntoView = function (this: Element) {
    scrolled(this.id || this.className);
  };
  // jsdom has none: what is watched grows when a test says so.
  window.ResizeObserver = class {
    constructor(told: () => void) {
      grow = told;
    }
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => (grow = () => undefined);
  } as unknown as typeof ResizeObserver;
});

function Shell() {
  useArrival();
  return <Outlet />;
}

function Record({ loads = 20 }: { loads?: number }) {
  const [read, setRead] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRead(true), loads);
    return () => clearTimeout(timer);
  }, [loads]);
  return (
    <>
      <h1 tabIndex={-1} data-page-title>
        Persona
      </h1>
      <Link to="#appointments">agli appuntamenti</Link>
      {read && (
        <div id="appointments">
          <section className="section">
            <h2>Appuntamenti</h2>
            <input aria-label="Nota" />
          </section>
        </div>
      )}
    </>
  );
}

function open(address: string) {
  const router = createMemoryRouter(
    [
      {
        element: <Shell />,
        children: [
          { path: '/list', element: <Link to="/record#appointments">apri</Link> },
          { path: '/record', element: <Record /> },
        ],
      },
    ],
    { initialEntries: [address] },
  );
  render(<RouterProvider router={router} />);
  return router;
}

test('an address that names a part is answered at its heading, once the data are there', async () => {
  open('/record#appointments');
  expect(scrolled).not.toHaveBeenCalled();

  const heading = await screen.findByRole('heading', { name: 'Appuntamenti' });
  await vi.waitFor(() => expect(document.activeElement).toBe(heading));
  expect(scrolled).toHaveBeenCalledWith('section');
});

test('from another page the part has the focus, and not the title', async () => {
  open('/list');
  act(() => screen.getByRole('link', { name: 'apri' }).click());

  const heading = await screen.findByRole('heading', { name: 'Appuntamenti' });
  await vi.waitFor(() => expect(document.activeElement).toBe(heading));
});

test('what fills above does not push the part away, until the reader does something', async () => {
  open('/record#appointments');
  const heading = await screen.findByRole('heading', { name: 'Appuntamenti' });
  await vi.waitFor(() => expect(document.activeElement).toBe(heading));
  scrolled.mockClear();

  grow();
  expect(scrolled).toHaveBeenCalledOnce();
  window.dispatchEvent(new Event('wheel'));
  grow();
  expect(scrolled).toHaveBeenCalledOnce();
});

test('a rewritten address ends nothing, and the same link leads there again', async () => {
  const router = open('/record#appointments');
  await act(async () => router.navigate('/record?state=open#appointments', { replace: true }));
  const heading = await screen.findByRole('heading', { name: 'Appuntamenti' });
  await vi.waitFor(() => expect(document.activeElement).toBe(heading));

  screen.getByRole('textbox').focus();
  await act(async () => router.navigate('/record?state=closed#appointments', { replace: true }));
  expect(document.activeElement).toBe(screen.getByRole('textbox'));

  act(() => screen.getByRole('heading', { level: 1 }).focus());
  await act(async () => screen.getByRole('link').click());
  await vi.waitFor(() => expect(document.activeElement).toBe(heading));
});

test('without a part the title has the focus', async () => {
  const router = open('/list');
  await act(async () => router.navigate('/record'));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  await screen.findByRole('heading', { name: 'Appuntamenti' });
  expect(scrolled).not.toHaveBeenCalled();
});

test('coming back to a list finds the row that was opened, and a list that no longer has it its title', async () => {
  function List({ gone }: { gone?: boolean }) {
    return (
      <>
        <h1 tabIndex={-1} data-page-title>
          Aziende
        </h1>
        <Link to="/companies/1" data-row-link>
          Forno
        </Link>
        {!gone && (
          <Link to="/companies/2?from=list" data-row-link>
            Hotel
          </Link>
        )}
      </>
    );
  }
  const title = (
    <h1 tabIndex={-1} data-page-title>
      Hotel
    </h1>
  );
  const router = createMemoryRouter(
    [{ element: <Shell />, children: [{ path: '/companies', element: <List /> }, { path: '/shorter', element: <List gone /> }, { path: '/companies/:id', element: title }] }],
    { initialEntries: ['/companies'] },
  );
  render(<RouterProvider router={router} />);
  await act(() => router.navigate('/companies/2?from=list'));
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Hotel' }));
  await act(() => router.navigate(-1));
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Hotel' }));
  await act(() => router.navigate('/companies/2?from=list'));
  await act(() => router.navigate('/companies'));
  expect(document.activeElement, 'a list that is opened anew').toBe(screen.getByRole('heading', { name: 'Aziende' }));
  await act(() => router.navigate('/shorter'));
  await act(() => router.navigate('/companies/2?from=list'));
  await act(() => router.navigate(-1));
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Aziende' }));
});
