import { expect, test, type Page } from '@playwright/test';
import { as, call, running, shot, signIn } from './support';

/** Everything of a project that no region asks for in particular. */
async function fill(page: Page, mark: string, kind: RegExp, weeklyHours: string) {
  await page.getByRole('combobox', { name: 'Persona (obbligatorio)' }).fill(`Regioni ${mark}`);
  await page.getByRole('option', { name: new RegExp(mark) }).click();
  await page.getByRole('radio', { name: kind }).check();
  await page.getByRole('radio', { name: /Supporto all’inserimento/ }).check();
  await page.getByRole('textbox', { name: /^Ore a settimana/ }).fill(weeklyHours);
  await page.getByRole('textbox', { name: /^Attività/ }).fill('Aiuto in serra');
  await page.getByRole('textbox', { name: /^Obiettivi/ }).fill('Riprendere un ritmo di lavoro');
  await page.getByRole('textbox', { name: /^Tutor aziendale/ }).fill(`Paola Neri ${mark}`);
}

test('the fields that Puglia and Toscana ask for are filled in the project and read on the record', async ({ page }, info) => {
  const mark = `${info.retry}${Date.now()}`.slice(-7);
  await signIn(page, 'coordinator');
  const body = await call(page, 'POST', 'partner-bodies', { name: `Ambito regioni ${mark}`, kind: 'socialAmbit' });
  await as(page, 'company-operator');
  const apulian = await call(page, 'POST', 'companies', { name: `Masseria di prova ${mark}`, sector: 'crafts', municipality: '072006', permanentStaff: 9 });
  const tuscan = await call(page, 'POST', 'companies', { name: `Podere di prova ${mark}`, sector: 'crafts', municipality: '048017', permanentStaff: 9 });
  await as(page, 'educator');
  const person = await call(page, 'POST', 'beneficiaries', { surname: `Regioni ${mark}`, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT' });
  await call(page, 'POST', 'cases', { beneficiaryId: person.id, referringBodyId: body.id, openedOn: '2026-01-12', reason: 'workInclusion' });

  await page.goto(`/internships/new?companyId=${apulian.id}`);
  await fill(page, mark, /Extracurriculare/i, '30');
  await expect(page.getByText(/Manca se la persona ha già lavorato con questa azienda: negli ultimi 24 mesi/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: /^Tutor del servizio/ }), 'who proposes is proposed').not.toHaveValue('');
  const work = page.getByRole('combobox', { name: /^La persona ha già lavorato con questa azienda/ });
  await work.selectOption({ label: 'Sì, finito' });
  await work.scrollIntoViewIfNeeded();
  await shot(page, 'internship-puglia');
  await page.getByLabel('Finito il', { exact: false }).fill('2020-03-31');
  await expect(page.getByText(/L'ultimo rapporto di lavoro con l'azienda è finito il 31\/03\/2020, più di 24 mesi prima/)).toBeVisible();
  await page.getByRole('button', { name: 'Salva la proposta' }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`Masseria di prova ${mark}`) })).toBeVisible();
  const until = page.getByText('Sì, fino al 31 marzo 2020', { exact: true });
  await expect(until).toBeVisible();
  await until.scrollIntoViewIfNeeded();
  await shot(page, 'internship-puglia-record');

  await page.goto(`/internships/new?companyId=${tuscan.id}`);
  await fill(page, mark, /inclusione sociale/i, '25');
  await expect(page.getByText(/Manca chi segue il caso per il servizio pubblico/)).toBeVisible();
  const manager = page.getByRole('textbox', { name: /^Chi segue il caso per il servizio pubblico/ });
  await manager.scrollIntoViewIfNeeded();
  await shot(page, 'internship-toscana');
  await manager.fill('Rita Bianchi, Società della Salute');
  await expect(page.getByText('Il progetto dice chi segue il caso per il servizio pubblico.')).toBeVisible();
  await page.getByLabel('Indennità al mese').fill('500');
  await page.getByRole('button', { name: 'Salva la proposta' }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`Podere di prova ${mark}`) })).toBeVisible();
  const named = page.getByText('Rita Bianchi, Società della Salute', { exact: true });
  await expect(named).toBeVisible();
  await named.scrollIntoViewIfNeeded();
  await shot(page, 'internship-toscana-record');
});

test('who follows the case for the public service changes on the way, and is never left out where the region wants somebody', async ({ page }) => {
  const { id } = await running(page, 'Riprendere un ritmo', { kind: 'socialInclusion', region: 'Toscana', allowanceCents: 50000, caseManager: 'Rita Bianchi, Società della Salute' });
  await page.goto(`/internships/${id}`);
  await page.getByRole('button', { name: 'Altre azioni', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Modifica orario, luogo o tutor' }).click();
  const amending = page.getByRole('dialog', { name: 'Modificare il progetto in corso' });
  const manager = amending.getByRole('textbox', { name: /^Chi segue il caso per il servizio pubblico/ });
  await expect(manager).toHaveValue('Rita Bianchi, Società della Salute');
  await amending.getByLabel('Motivo').fill('Il servizio ha dato l’incarico ad altri');
  await manager.fill('');
  await amending.getByRole('button', { name: 'Registra la modifica' }).click();
  await expect(amending.getByText(/Manca chi segue il caso per il servizio pubblico/).first()).toBeVisible();
  await shot(page, 'internship-amend-manager');

  await manager.fill('Elio Verdi, Società della Salute');
  await amending.getByRole('button', { name: 'Registra la modifica' }).click();
  await expect(amending).toBeHidden();
  const change = page.getByRole('listitem').filter({ hasText: 'Il servizio ha dato l’incarico ad altri' });
  await expect(change).toContainText('Chi segue il caso per il servizio pubblico: Rita Bianchi, Società della Salute → Elio Verdi, Società della Salute');
  await expect(page.getByText('Elio Verdi, Società della Salute', { exact: true })).toBeVisible();
  await change.scrollIntoViewIfNeeded();
  await shot(page, 'internship-amended-manager');
});
