import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export type Role = 'administrator' | 'coordinator' | 'educator' | 'company-operator' | 'trainer' | 'bulletin-editor' | 'auditor';

const gallery = fileURLToPath(new URL('../gallery/', import.meta.url));

function demoPassword(): string {
  const password = process.env.INCLUSION_DEMO_PASSWORD;
  if (!password) throw new Error('INCLUSION_DEMO_PASSWORD must hold the password of the demo users.');
  return password;
}

/** Fills the sign-in page, wherever one was led to it from. */
export async function giveCredentials(page: Page, role: Role, password = demoPassword()) {
  await page.getByLabel('E-mail').fill(`${role}@demo.test`);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
}

/** Signs in as the demo user of a role, through the page, and waits for the home page. */
export async function signIn(page: Page, role: Role) {
  await page.goto('/sign-in');
  await giveCredentials(page, role);
  await expect(page.getByRole('heading', { level: 1, name: /Buon(giorno|asera)/ })).toBeVisible();
}

/** WCAG 2.2 AA and the best practices of axe, on the page as it stands. A frame that may run no script runs no axe either: it would be waited for in vain. */
export async function expectNoAxeViolations(page: Page) {
  // From the top: what sticks to the head covers now this button, now that one, and is no fault of theirs.
  await page.evaluate(() => new Promise((done) => {
    window.scrollTo({ top: 0, behavior: 'instant' });
    requestAnimationFrame(() => requestAnimationFrame(done));
  }));
  const { violations } = await new AxeBuilder({ page }).exclude('iframe[sandbox=""]').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}

/** Signs out and in again as somebody else. */
export async function as(page: Page, role: Role) {
  await page.context().clearCookies();
  await signIn(page, role);
}

/** A day so many days from today, as the API writes it. */
export const day = (offset = 0) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date(Date.now() + offset * 86_400_000));

/** The month before this one: `2026-10`. */
export function lastMonth(): string {
  const [year, month] = day().split('-').map(Number) as [number, number];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** Calls the API with the session of the page, and fails when it refuses. */
export async function call<T = { id: string }>(page: Page, method: string, path: string, body?: object, version?: number): Promise<T> {
  const answer = await page.evaluate(
    async ([how, to, data, match]) => {
      const token = decodeURIComponent(document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='))!.slice('XSRF-TOKEN='.length));
      const headers: Record<string, string> = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token };
      if (match !== undefined) headers['If-Match'] = `"${match}"`;
      const reply = await fetch(`/api/v1/${to}`, { method: how, headers, body: data ? JSON.stringify(data) : undefined });
      return { ok: reply.ok, text: await reply.text() };
    },
    [method, path, body, version] as const,
  );
  expect(answer.ok, `${method} ${path}: ${answer.text}`).toBe(true);
  return (answer.text ? JSON.parse(answer.text) : {}) as T;
}

/** An internship that runs since before last month began, with its educator signed in; the project may be another in parts. */
export async function running(page: Page, objectives = 'Riprendere un ritmo', project: object = {}): Promise<{ id: string; mark: string }> {
  const mark = `${Date.now()}`.slice(-7);
  await signIn(page, 'coordinator');
  const body = await call(page, 'POST', 'partner-bodies', { name: `Ambito di prova ${mark}`, kind: 'socialAmbit' });
  await as(page, 'company-operator');
  const company = await call(page, 'POST', 'companies', { name: `Vivaio di prova ${mark}`, sector: 'crafts', municipality: '044066', permanentStaff: 5 });
  await as(page, 'educator');
  const person = await call(page, 'POST', 'beneficiaries', { surname: `Correnti ${mark}`, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT' });
  const opened = await call(page, 'POST', 'cases', { beneficiaryId: person.id, referringBodyId: body.id, openedOn: '2026-01-12', reason: 'workInclusion' });
  const convention = await call(page, 'POST', 'conventions', { companyId: company.id, number: `PROVA-${mark}`, signedOn: day(-90), validFrom: day(-90), validTo: day(700), inailPosition: '91234567/22', liabilityPolicy: 'RC 1' });
  const { id } = await call(page, 'POST', 'internships', {
    caseId: opened.id, companyId: company.id, kind: 'extracurricular', modulation: 'supportToPlacement', startsOn: day(-70), endsOn: day(100), weeklyHours: 25, duties: 'Cura delle piante',
    objectives, region: 'Marche', hostTutor: `Paola Neri ${mark}`, allowanceCents: 40000,
    safetyRisk: 'low', safetyGeneralHours: 4, safetySpecificHours: 4, safetyOn: '2026-01-15', safetyBy: 'RSPP di prova', ...project,
  });
  await call(page, 'PUT', `internships/${id}/documents`, {
    conventionId: convention.id, signedByPersonOn: day(-80), signedByHostOn: day(-80), signedByPromoterOn: day(-80), communicationProtocol: '0001', communicationSentOn: day(-75), hostDeclaredOn: day(-80),
  }, 1);
  await call(page, 'POST', `internships/${id}/activation`);
  return { id, mark };
}

/** The link of the newest mail to this address, as it leaves the service; where mails are written to a folder. */
export async function mailedLink(email: string, form: RegExp): Promise<string> {
  const folder = join(process.env.PLATFORM_DATA!, 'mail');
  let link = '';
  await expect
    .poll(
      () => {
        const mails = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('.eml')).map((name) => join(folder, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
        const text = mails.map((name) => readFileSync(name, 'utf8')).find((mail) => mail.includes(email)) ?? '';
        const plain = /base64/i.test(text) ? Buffer.from(text.split(/\r?\n\r?\n/).slice(1).join(''), 'base64').toString('utf8') : text.replace(/=\r?\n/g, '');
        link = form.exec(plain)?.[0] ?? '';
        return link;
      },
      { timeout: 90_000 },
    )
    .not.toBe('');
  return link;
}

/** Leaves a picture of the page at both widths in the gallery, and runs axe at each. */
export async function shot(page: Page, name: string) {
  mkdirSync(gallery, { recursive: true });
  const before = page.viewportSize() ?? { width: 1280, height: 820 };
  await dismissToasts(page);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 820 });
    await settled(page);
    await page.screenshot({ path: `${gallery}${name}-${width}.png`, animations: 'disabled' });
    await pinBars(page, false);
    await expectNoAxeViolations(page);
    await pinBars(page, true);
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize(before);
  await settled(page);
}

/** What is half under a fixed bar can be scrolled free, but axe measures only what it sees. */
async function pinBars(page: Page, pinned: boolean) {
  await page.evaluate((position) => document.querySelectorAll<HTMLElement>('nav.side, .top, .call-save').forEach((bar) => (bar.style.position = position)), pinned ? '' : 'static');
}

/** A message over the page would hide part of it from the picture and from axe. */
async function dismissToasts(page: Page) {
  const close = page.locator('.toasts').getByRole('button', { name: /^(Chiudi|Close)$/ });
  for (let left = await close.count(); left > 0; left--) await close.first().click({ timeout: 2_000 }).catch(() => undefined);
}

/** Nothing is on its way any more: skeletons are gone and fonts are there. */
export async function settled(page: Page) {
  await expect(page.locator('.skeleton, .page-loading, [aria-busy="true"]:not(button)')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  // What another width mounted is there, and listens to its keys.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Names what sticks out, so that a failure on another machine can be read. */
async function expectNoSidewaysScroll(page: Page) {
  const sticking = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} to ${Math.round(element.getBoundingClientRect().right)} of ${width}`);
  });
  expect(sticking, 'the page scrolls sideways').toEqual([]);
}
