import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { shot, signIn } from './support';

const day = (offset: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date(Date.now() + offset * 86_400_000));
const lastMonth = () => {
  const [year, month] = day(0).split('-').map(Number) as [number, number];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
};

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
async function running(page: Page): Promise<{ id: string; mark: string }> {
  const mark = `${Date.now()}`.slice(-7);
  await signIn(page, 'coordinator');
  const body = await call(page, 'POST', 'partner-bodies', { name: `Ambito tutor ${mark}`, kind: 'socialAmbit' });
  await page.context().clearCookies();
  await signIn(page, 'company-operator');
  const company = await call(page, 'POST', 'companies', { name: `Vivaio Tutor ${mark}`, sector: 'crafts', municipality: '044066', permanentStaff: 5 });
  await page.context().clearCookies();
  await signIn(page, 'educator');
  const person = await call(page, 'POST', 'beneficiaries', { surname: `Tutorati ${mark}`, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT' });
  const opened = await call(page, 'POST', 'cases', { beneficiaryId: person.id, referringBodyId: body.id, openedOn: '2026-01-12', reason: 'workInclusion' });
  const convention = await call(page, 'POST', 'conventions', { companyId: company.id, number: `TUT-${mark}`, signedOn: day(-90), validFrom: day(-90), validTo: day(700), inailPosition: '91234567/22', liabilityPolicy: 'RC 1' });
  const { id } = await call(page, 'POST', 'internships', {
    caseId: opened.id, companyId: company.id, kind: 'extracurricular', modulation: 'supportToPlacement', startsOn: day(-70), endsOn: day(100), weeklyHours: 25, duties: 'Cura delle piante',
    objectives: 'Arrivare puntuale\nUsare gli attrezzi in sicurezza\nLavorare in squadra', region: 'Marche', hostTutor: `Paola Neri ${mark}`, allowanceCents: 40000,
    safetyRisk: 'low', safetyGeneralHours: 4, safetySpecificHours: 4, safetyOn: '2026-01-15', safetyBy: 'RSPP di prova',
  });
  await call(page, 'PUT', `internships/${id}/documents`, {
    conventionId: convention.id, signedByPersonOn: day(-80), signedByHostOn: day(-80), signedByPromoterOn: day(-80), communicationProtocol: '0001', communicationSentOn: day(-75), hostDeclaredOn: day(-80),
  }, 1);
  await call(page, 'POST', `internships/${id}/activation`);
  return { id, mark };
}

/** The link of the newest mail to this address, as it leaves the service; where mails are written to a folder. */
async function linkFor(email: string, kind: string): Promise<string> {
  const folder = join(process.env.PLATFORM_DATA!, 'mail');
  let link = '';
  await expect
    .poll(
      () => {
        const mails = readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => join(folder, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
        const text = mails.map((name) => readFileSync(name, 'utf8')).find((mail) => mail.includes(email)) ?? '';
        const plain = /base64/i.test(text) ? Buffer.from(text.split(/\r?\n\r?\n/).slice(1).join(''), 'base64').toString('utf8') : text.replace(/=\r?\n/g, '');
        link = new RegExp(`/tutor/${kind}/[\\w-]+`).exec(plain)?.[0] ?? '';
        return link;
      },
      { timeout: 90_000 },
    )
    .not.toBe('');
  return link;
}

test('the tutor writes the month on a phone and signs; the service sees it', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const { id, mark } = await running(page);
  const month = lastMonth();
  await page.goto(`/internships/${id}/attendance/${month}`);
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Il tutor aziendale' }) });
  await expect(section.getByText('Nessun link mandato per questo mese')).toBeVisible();
  await section.getByRole('button', { name: 'Manda il link' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Indirizzo e-mail del tutor').fill(`tutor-${mark}@posta.example`);
  await shot(page, 'tutor-link-dialog');
  await dialog.getByRole('button', { name: 'Manda il link' }).click();
  await expect(section.getByText(/Ricordato l’ultima volta/)).toBeVisible();
  await shot(page, 'tutor-link-sent');

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'it-IT', baseURL: process.env.BASE_URL });
  const phone = await context.newPage();
  await phone.goto(await linkFor(`tutor-${mark}@posta.example`, 'register'));
  await expect(phone.getByText(`Tutorati ${mark} Gioiosa`)).toBeVisible();
  const hours = phone.getByRole('textbox', { name: /^Ore di / });
  await hours.first().fill('25');
  await phone.getByRole('button', { name: 'Salva le ore' }).click();
  await expect(phone.getByRole('alert')).toContainText('Un giorno ha al massimo 24 ore');
  await hours.first().fill('');
  await phone.getByRole('combobox', { name: /^Assenza di / }).first().selectOption('justified');
  await phone.getByRole('button', { name: 'Riempi con le ore consuete' }).click();
  await shot(phone, 'tutor-register');
  await phone.getByRole('button', { name: 'Salva le ore' }).click();
  await expect(phone.getByText('Ore salvate')).toBeVisible();
  await phone.getByLabel('Nome e cognome').fill('Paola Neri');
  await shot(phone, 'tutor-register-sign');
  await phone.getByRole('button', { name: 'Firma il registro' }).click();
  await expect(phone.getByText('Firma ricevuta')).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('Questo link non vale più')).toBeVisible();
  await shot(phone, 'tutor-register-gone');
  await context.close();

  await page.reload();
  await expect(page.getByText(/Paola Neri, tutor aziendale: firma sulla sua pagina/)).toBeVisible();
  await expect(page.getByText('Scritto dal tutor aziendale, sulla sua pagina.')).toBeVisible();
  await shot(page, 'register-signed-by-tutor');
});
