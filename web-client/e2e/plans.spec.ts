import { expect, test, type Page } from '@playwright/test';
import { call, day, expectNoAxeViolations, shot, signIn } from './support';

test.slow();

/** The record of somebody whom the educator follows and who has no plan yet, or a plan left by an earlier try: then from a new version. */
async function beginPlan(page: Page, skip: number) {
  await page.goto('/beneficiaries?state=open');
  const people = page.getByRole('table').getByRole('link');
  await expect(people.first()).toBeVisible();
  const count = await people.count();
  for (let at = skip; at < count; at++) {
    await page.goto('/beneficiaries?state=open');
    await expect(people.first()).toBeVisible();
    await people.nth(at).click();
    const plan = page.getByRole('region', { name: 'Progetto personalizzato' });
    await expect(plan.getByRole('link').or(plan.getByText('Nessun progetto')).first()).toBeVisible();
    const start = plan.getByRole('button', { name: 'Comincia il progetto' });
    if (await start.isVisible()) {
      await shot(page, 'plan-none');
      await start.click();
      await expect(page.getByRole('heading', { level: 1, name: 'Progetto personalizzato' })).toBeVisible();
      return;
    }
  }
  throw new Error('everybody has a plan already');
}

const dialog = (page: Page) => page.getByRole('dialog');

test('a plan is written, signed by équipe and person, followed, reviewed and compared with its next version', async ({ page }, info) => {
  await signIn(page, 'educator');
  await beginPlan(page, info.retry);
  const address = page.url();
  const name = (await page.locator('.page-title .sub').innerText()).split(' · ')[0]!;

  await page.getByRole('button', { name: 'Manda alla firma' }).click();
  await dialog(page).getByRole('button', { name: 'Manda alla firma' }).click();
  await expect(dialog(page).getByText('Scrivere almeno un bisogno.')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Annulla' }).click();

  await page.getByLabel('Che cosa desidera la persona').fill('Lavorare in cucina, vicino a casa.');
  await page.getByLabel('Verifica').fill(day(60));
  await page.getByRole('button', { name: 'Aggiungi un bisogno' }).click();
  await page.getByLabel('Ambito').selectOption({ label: 'Lavoro' });
  await page.getByLabel('Bisogno', { exact: false }).last().fill('Un lavoro che duri');
  const objective = page.getByRole('group', { name: 'Obiettivo 1.1' });
  await objective.getByLabel('Obiettivo', { exact: true }).fill('Riprendere un ritmo di lavoro');
  await objective.getByLabel('Come si misura').fill('Presente quattro giorni su cinque per un mese');
  await objective.getByLabel('Entro il').first().fill(day(120));
  const first = page.getByRole('group', { name: 'Azione 1.1.1' });
  await first.getByLabel('Tipo di azione').selectOption({ label: 'Coaching' });
  await first.getByLabel('Chi', { exact: true }).selectOption({ label: 'la persona' });
  await first.getByLabel('Che cosa si fa').fill('Incontri con il coach');
  await first.getByLabel('Entro il').fill(day(90));
  await page.getByRole('button', { name: 'Aggiungi un’azione all’obiettivo 1.1' }).click();
  const second = page.getByRole('group', { name: 'Azione 1.1.2' });
  await second.getByLabel('Tipo di azione').selectOption({ label: 'Tirocinio' });
  await second.getByLabel('Chi', { exact: true }).selectOption({ label: 'Altra persona o ente' });
  await second.getByLabel('Nome o ente').fill('Sportello lavoro');
  await second.getByLabel('Che cosa si fa').fill('Tirocinio in una cucina');
  await second.getByLabel('Entro il').fill(day(110));
  await shot(page, 'plan-draft');
  await page.getByRole('button', { name: 'Salva la bozza' }).click();
  await expect(page.getByText('Bozza salvata')).toBeVisible();

  await page.reload();
  await expect(first.getByLabel('Che cosa si fa')).toHaveValue('Incontri con il coach');
  await page.getByRole('button', { name: 'Manda alla firma' }).click();
  await expectNoAxeViolations(page);
  await dialog(page).getByRole('button', { name: 'Manda alla firma' }).click();
  await expect(dialog(page)).toBeHidden();
  await shot(page, 'plan-to-sign');
  await page.getByRole('button', { name: 'Firma', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Firma', exact: true }).click();

  await page.getByRole('button', { name: 'Firma della persona' }).click();
  await dialog(page).getByLabel(/Ho letto questo progetto/).check();
  await dialog(page).getByLabel('Nome e cognome').fill('Qualcun Altro');
  await dialog(page).getByRole('button', { name: 'Conferma e firma' }).click();
  await expect(dialog(page).getByText(/Il nome scritto non è quello della persona/).first()).toBeVisible();
  await dialog(page).getByLabel('Nome e cognome').fill(name);
  await expectNoAxeViolations(page);
  await dialog(page).getByRole('button', { name: 'Conferma e firma' }).click();
  await expect(page.getByText('In vigore', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'A che punto è: Incontri con il coach' }).click();
  await dialog(page).getByText('Conclusa').click();
  await dialog(page).getByRole('button', { name: 'Salva' }).click();
  await expect(page.getByText('1 di 2')).toBeVisible();
  await page.getByRole('button', { name: 'A che punto è: Tirocinio in una cucina' }).click();
  await expect(dialog(page).getByText('si legge da sé')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Annulla' }).click();

  await page.getByRole('button', { name: 'Registra una verifica' }).click();
  await dialog(page).getByLabel('Che cosa si è visto insieme').fill('Arriva puntuale, si prosegue così.');
  await dialog(page).getByRole('button', { name: 'Registra la verifica' }).click();
  await expect(page.getByText('Arriva puntuale, si prosegue così.')).toBeVisible();
  await shot(page, 'plan-in-force');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Scarica DOCX' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^progetto-personalizzato-\d+\.docx$/);

  await page.getByRole('button', { name: 'Altre azioni' }).click();
  await page.getByRole('menuitem', { name: 'Nuova versione' }).click();
  await expect(page).not.toHaveURL(address);
  await page.getByRole('group', { name: 'Obiettivo 1.1' }).getByLabel('Come si misura').fill('Presente ogni giorno per un mese');
  await page.getByLabel('Verifica').fill(day(90));
  await page.getByRole('button', { name: 'Salva la bozza' }).click();
  await expect(page.getByText('Bozza salvata')).toBeVisible();
  await page.getByRole('button', { name: /^Confronta con la versione/ }).first().click();
  await expect(page.locator('ins').filter({ hasText: 'Presente ogni giorno per un mese' })).toBeVisible();
  await shot(page, 'plan-compared');

  await page.emulateMedia({ media: 'print' });
  await page.goto(address);
  await expect(page.getByText('Riprendere un ritmo di lavoro')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Altre azioni' })).toBeHidden();
  await page.screenshot({ path: info.outputPath('plan-printed.png'), fullPage: true });
});

test('the équipe chooses which internship fulfils an action of the plan', async ({ page }) => {
  await signIn(page, 'educator');
  type Case = { items: { id: string; caseId?: string; personId?: string }[] };
  const load = await call<Case>(page, 'GET', 'caseload?limit=100');
  for (const one of load.items) {
    const caseId = one.caseId ?? one.id;
    const plans = await call<{ items: { id: string; state: string }[] }>(page, 'GET', `cases/${caseId}/plans`);
    const plan = plans.items.find((line) => line.state === 'inForce');
    if (!plan) continue;
    const record = await call<{ beneficiaryId: string; content: { needs: { objectives: { actions: { kind: string; text: string }[] }[] }[] } }>(page, 'GET', `cases/${caseId}/plans/${plan.id}`);
    const action = record.content.needs.flatMap((need) => need.objectives.flatMap((objective) => objective.actions)).find((line) => line.kind === 'internship');
    const facts = await call<{ kind: string }[]>(page, 'GET', `cases/${caseId}/plans/${plan.id}/facts`);
    if (!action || !facts.some((fact) => fact.kind === 'internship')) continue;
    await page.goto(`/beneficiaries/${record.beneficiaryId}/cases/${caseId}/plans/${plan.id}`);
    await page.getByRole('button', { name: `A che punto è: ${action.text}` }).first().click();
    const which = dialog(page).getByLabel('Quale tirocinio');
    await expect(which.locator('option')).not.toHaveCount(1);
    await which.selectOption({ index: 1 });
    await expectNoAxeViolations(page);
    await shot(page, 'plan-choose-internship');
    await dialog(page).getByRole('button', { name: 'Salva' }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(page.getByText('(scelto)').first()).toBeVisible();
    return;
  }
  throw new Error('nobody has a plan in force with an internship');
});
