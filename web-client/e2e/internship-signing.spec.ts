import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { as, call, day, mailedLink, shot, signIn } from './support';

test('a link that counts no more says what to do', async ({ page }) => {
  await page.goto('/sign/inventato');
  await expect(page.getByText('Questo link non vale più')).toBeVisible();
  await shot(page, 'sign-gone');
});

test('the host opens the link on a phone, reads the PDF that is signed, and signs once', async ({ page, browser }, info) => {
  test.setTimeout(240_000);
  const mark = `${info.retry}${Date.now()}`.slice(-7);
  await signIn(page, 'coordinator');
  const body = await call(page, 'POST', 'partner-bodies', { name: `Ambito firme ${mark}`, kind: 'socialAmbit' });
  await as(page, 'company-operator');
  const host = await call(page, 'POST', 'companies', { name: `Legatoria Prova ${mark}`, sector: 'crafts', municipality: '044066', permanentStaff: 9 });
  await as(page, 'educator');
  const person = await call(page, 'POST', 'beneficiaries', { surname: `Firmini ${mark}`, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT' });
  const opened = await call(page, 'POST', 'cases', { beneficiaryId: person.id, referringBodyId: body.id, openedOn: '2026-01-12', reason: 'workInclusion' });
  const convention = await call(page, 'POST', 'conventions', { companyId: host.id, number: `FIRME-${mark}`, signedOn: day(-5), validFrom: day(-5), validTo: day(700), inailPosition: '91234567/22', liabilityPolicy: 'RC 1' });
  const { id } = await call(page, 'POST', 'internships', {
    caseId: opened.id, companyId: host.id, kind: 'socialInclusion', modulation: 'supportToPlacement', startsOn: day(10), endsOn: day(120), weeklyHours: 20, duties: 'Rilegatura',
    objectives: 'Riprendere un ritmo', region: 'Marche', hostTutor: 'Paola Neri', allowanceCents: 40000, safetyRisk: 'low', safetyGeneralHours: 4, safetySpecificHours: 4, safetyOn: day(9), safetyBy: 'RSPP di prova',
    hours: ['monday', 'tuesday', 'wednesday', 'thursday'].map((weekday) => ({ day: weekday, from: '08:00:00', to: '13:00:00' })),
  });
  await call(page, 'PUT', `internships/${id}/documents`, { conventionId: convention.id }, 1);
  await call(page, 'POST', `internships/${id}/signing`, {}, 2);
  const email = `tutor-${mark}@posta.example`;
  await call(page, 'POST', `internships/${id}/signature-requests`, { signer: 'host', email });
  const link = await mailedLink(email, /\/sign\/[\w-]+/);

  // Whoever signs has no account, and another browser.
  const phone = await browser.newContext({ locale: 'it-IT', timezoneId: 'Europe/Rome', viewport: { width: 390, height: 820 } });
  const theirs = await phone.newPage();
  await theirs.goto(new URL(link, page.url()).href);
  await expect(theirs.getByRole('heading', { level: 1, name: 'Un progetto formativo da firmare' })).toBeVisible();
  await expect(theirs.getByText(`Legatoria Prova ${mark}`)).toBeVisible();
  await shot(theirs, 'sign');
  const reading = theirs.waitForEvent('download');
  await theirs.getByRole('button', { name: 'Leggi il documento (PDF)' }).click();
  const paper = await reading;
  expect(paper.suggestedFilename()).toBe('progetto-formativo.pdf');
  const content = readFileSync(await paper.path());
  expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  expect(content.toString('latin1')).toContain('/StructTreeRoot');

  await theirs.getByRole('button', { name: 'Firma il progetto' }).click();
  await expect(theirs.getByRole('alert')).toBeVisible();
  await theirs.getByRole('textbox', { name: /Nome e cognome/ }).fill('Paola Neri');
  await theirs.getByRole('button', { name: 'Firma il progetto' }).click();
  await expect(theirs.getByText('Firma ricevuta')).toBeVisible();
  await theirs.goto(new URL(link, page.url()).href);
  await expect(theirs.getByText('Questo link non vale più')).toBeVisible();
  await phone.close();

  await page.goto(`/internships/${id}`);
  await expect(page.getByText('Paola Neri').first()).toBeVisible();
});
