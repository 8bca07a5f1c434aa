import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { call, day, expectNoAxeViolations, shot, signIn } from './support';

test('a project is made as Word and tagged PDF, signed on paper and kept', async ({ page }, info) => {
  test.setTimeout(240_000);
  const mark = `${info.retry}${Date.now()}`.slice(-7);
  await signIn(page, 'coordinator');
  const body = await call(page, 'POST', 'partner-bodies', { name: `Ambito carte ${mark}`, kind: 'socialAmbit' });
  await page.context().clearCookies();
  await signIn(page, 'company-operator');
  const host = await call(page, 'POST', 'companies', { name: `Cartiera Prova ${mark}`, sector: 'crafts', municipality: '044066', permanentStaff: 9 });
  await page.context().clearCookies();
  await signIn(page, 'educator');
  const person = await call(page, 'POST', 'beneficiaries', { surname: `Cartelli ${mark}`, name: 'Gioiosa', sex: 'female', gender: 'woman', birthDate: '1988-04-12', citizenship: 'IT' });
  const opened = await call(page, 'POST', 'cases', { beneficiaryId: person.id, referringBodyId: body.id, openedOn: '2026-01-12', reason: 'workInclusion' });
  const { id } = await call(page, 'POST', 'internships', {
    caseId: opened.id, companyId: host.id, kind: 'socialInclusion', modulation: 'supportToPlacement', startsOn: day(10), endsOn: day(120), weeklyHours: 20, duties: 'Rilegatura',
    objectives: 'Riprendere un ritmo', region: 'Marche', hostTutor: 'Paola Neri', allowanceCents: 40000, safetyRisk: 'low', safetyGeneralHours: 4, safetySpecificHours: 4, safetyOn: day(9), safetyBy: 'RSPP di prova',
    hours: ['monday', 'tuesday', 'wednesday', 'thursday'].map((weekday) => ({ day: weekday, from: '08:00:00', to: '13:00:00' })),
  });

  await page.goto(`/internships/${id}`);
  const papers = page.locator('section', { has: page.getByRole('heading', { name: 'Documenti preparati qui' }) });
  await papers.getByRole('button', { name: 'Prepara un documento' }).click();
  await expect(papers.getByText('Progetto formativo individuale')).toBeVisible();
  await papers.scrollIntoViewIfNeeded();
  await shot(page, 'internship-papers');
  await expectNoAxeViolations(page);

  const word = page.waitForEvent('download');
  await papers.getByRole('link', { name: 'Progetto formativo individuale, Word' }).click();
  const docx = await word;
  expect(docx.suggestedFilename()).toBe('progetto-formativo-v1.docx');
  expect(readFileSync(await docx.path()).subarray(0, 2).toString()).toBe('PK');
  const print = page.waitForEvent('download');
  await papers.getByRole('link', { name: 'Progetto formativo individuale, PDF' }).click();
  const pdf = await print;
  expect(pdf.suggestedFilename()).toBe('progetto-formativo-v1.pdf');
  const content = readFileSync(await pdf.path()).toString('latin1');
  expect(content).toContain('/StructTreeRoot');
  if (process.env['PAPER_SHOT']) await pdf.saveAs(process.env['PAPER_SHOT']);

  await papers.getByRole('button', { name: /Conserva il firmato/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Conserva il firmato' });
  await dialog.locator('input[type=file]').setInputFiles({ name: 'firmato.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  await shot(page, 'internship-paper-signed');
  await dialog.getByRole('button', { name: 'Conserva', exact: true }).click();
  await expect(papers.getByText(/^Firmato il/)).toBeVisible();
  await expect(papers.getByRole('link', { name: /^Firmato/ })).toBeVisible();
});

test('the administrator sees the fields, uploads a template that is wrong and is told what is', async ({ page }) => {
  await signIn(page, 'administrator');
  await page.goto('/document-templates');
  await page.getByRole('button', { name: 'I campi di: Progetto formativo individuale' }).click();
  await expect(page.getByText('{{persona.nome}}')).toBeVisible();
  await shot(page, 'paper-templates');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Carica il modello di: Progetto formativo individuale' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({ name: 'modello.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('non è un documento') });
  await dialog.getByRole('button', { name: 'Carica il modello' }).click();
  await expect(dialog.getByText(/non è un documento Word leggibile/).first()).toBeVisible();
  await expectNoAxeViolations(page);
});
