import { expect, test, type Page } from '@playwright/test';
import { shot, signIn } from './support';

const day = (offset: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date(Date.now() + offset * 86_400_000));
const lastMonth = () => {
  const [year, month] = day(0).split('-').map(Number) as [number, number];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
};

/** Calls the API with the session of the page. */
async function call(page: Page, method: string, path: string, body?: object, version?: number) {
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
  return (answer.text ? JSON.parse(answer.text) : {}) as { id: string };
}

/** An internship that runs since before last month began, with its educator signed in. */
async function running(page: Page): Promise<string> {
  const mark = `${Date.now()}`.slice(-7);
  await signIn(page, 'coordinator');
  const body = await call(page, 'POST', 'partner-bodies', { name: `Ambito presenze ${mark}`, kind: 'socialAmbit' });
  await page.context().clearCookies();
  await signIn(page, 'company-operator');
  const company = await call(page, 'POST', 'companies', { name: `Vivaio Presenze ${mark}`, sector: 'crafts', municipality: '044066', permanentStaff: 5 });
  await page.context().clearCookies();
  await signIn(page, 'educator');
  const person = await call(page, 'POST', 'beneficiaries', { surname: `Presenti ${mark}`, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT' });
  const opened = await call(page, 'POST', 'cases', { beneficiaryId: person.id, referringBodyId: body.id, openedOn: '2026-01-12', reason: 'workInclusion' });
  const convention = await call(page, 'POST', 'conventions', { companyId: company.id, number: `PRES-${mark}`, signedOn: day(-90), validFrom: day(-90), validTo: day(700), inailPosition: '91234567/22', liabilityPolicy: 'RC 1' });
  const { id } = await call(page, 'POST', 'internships', {
    caseId: opened.id, companyId: company.id, kind: 'extracurricular', modulation: 'supportToPlacement', startsOn: day(-70), endsOn: day(100), weeklyHours: 25, duties: 'Cura delle piante',
    objectives: 'Riprendere un ritmo', region: 'Marche', hostTutor: `Paola Neri ${mark}`, allowanceCents: 40000,
    safetyRisk: 'low', safetyGeneralHours: 4, safetySpecificHours: 4, safetyOn: '2026-01-15', safetyBy: 'RSPP di prova',
  });
  await call(page, 'PUT', `internships/${id}/documents`, {
    conventionId: convention.id, signedByPersonOn: day(-80), signedByHostOn: day(-80), signedByPromoterOn: day(-80), communicationProtocol: '0001', communicationSentOn: day(-75), hostDeclaredOn: day(-80),
  }, 1);
  await call(page, 'POST', `internships/${id}/activation`);
  return id;
}

test('a month is written with the keyboard alone, signed, closed and reopened with a reason', async ({ page }) => {
  test.setTimeout(240_000);
  const id = await running(page);
  await page.goto(`/internships/${id}`);
  await expect(page.getByRole('heading', { name: 'Registro presenze' })).toBeVisible();
  await shot(page, 'internship-registers');
  await page.goto(`/internships/${id}/attendance/${lastMonth()}`);
  const hours = page.getByRole('textbox', { name: /^Ore di / });
  await expect(hours.first()).toBeVisible();
  await shot(page, 'register-empty');

  await hours.first().focus();
  await page.keyboard.type('4:30');
  await page.keyboard.press('ArrowDown');
  await expect(hours.nth(1)).toBeFocused();
  await page.keyboard.type('m');
  await expect(page.getByRole('combobox', { name: /^Assenza di / }).nth(1)).toHaveValue('illness');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('25');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('combobox', { name: /^Assenza di / }).nth(2)).toBeFocused();
  await page.getByRole('button', { name: 'Salva il registro' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('Un giorno ha al massimo 24 ore');
  await shot(page, 'register-wrong');
  await hours.nth(2).focus();
  await page.keyboard.type('5');
  await page.getByRole('button', { name: 'Copia la settimana consueta' }).press('Enter');
  await expect(hours.nth(2)).toHaveValue('5');
  await expect(page.locator('.register-totals')).toContainText('1 giorno di assenza');
  await page.getByRole('button', { name: 'Salva il registro' }).press('Enter');
  await expect(page.getByText('Registro salvato')).toBeVisible();
  await shot(page, 'register-filled');

  await page.getByRole('button', { name: 'Firma e chiudi' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /tutor aziendale/ }).check();
  await shot(page, 'register-sign');
  await dialog.getByRole('button', { name: 'Registra le firme' }).click();
  await expect(page.getByText('Manca la firma di chi fa il tirocinio')).toBeVisible();
  await expect(hours).toHaveCount(0);
  await page.getByRole('button', { name: 'Firma e chiudi' }).click();
  await dialog.getByRole('checkbox', { name: /Chi fa il tirocinio/ }).check();
  await dialog.getByRole('button', { name: 'Registra le firme' }).click();
  await expect(page.getByText('Chiuso e firmato', { exact: true })).toBeVisible();
  await shot(page, 'register-closed');

  await page.getByRole('button', { name: 'Altro', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Riapri' }).click();
  await dialog.getByRole('textbox', { name: /Motivo/ }).fill('Il primo giorno le ore erano cinque');
  await dialog.getByRole('button', { name: 'Riapri' }).click();
  await expect(page.getByText('Il primo giorno le ore erano cinque')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: 'gallery/register-print.png', fullPage: true });
  await expect(page.getByText('Firma del tutor aziendale, Paola Neri')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await expect(hours.first()).toHaveValue('4:30');

  await page.getByRole('button', { name: 'Altro', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Firmato su carta' }).click();
  await dialog.locator('input[type="file"]').setInputFiles({ name: 'foglio.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 foglio firmato') });
  await shot(page, 'register-paper');
  await dialog.getByRole('button', { name: 'Carica e chiudi' }).click();
  await expect(page.getByRole('link', { name: 'Scarica il foglio firmato' })).toBeVisible();
});

test('the usual week and the patron saint guide the register', async ({ page }) => {
  test.setTimeout(180_000);
  const id = await running(page);
  const [, month] = lastMonth().split('-');
  await page.goto(`/internships/${id}`);
  await page.getByRole('button', { name: 'Settimana consueta' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Sabato').fill('4');
  await dialog.getByLabel('Santo patrono, giorno').fill('13');
  await dialog.getByLabel('Santo patrono, mese').selectOption(String(Number(month)));
  await shot(page, 'usual-week');
  await dialog.getByRole('button', { name: 'Salva la settimana' }).click();
  await expect(dialog).toHaveCount(0);
  await page.goto(`/internships/${id}/attendance/${lastMonth()}`);
  await expect(page.getByText('Santo patrono')).toBeVisible();
});
