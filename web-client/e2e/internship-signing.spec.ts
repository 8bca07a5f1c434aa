import { expect, test } from '@playwright/test';
import { shot } from './support';

test('a link that counts no more says what to do', async ({ page }) => {
  await page.goto('/sign/inventato');
  await expect(page.getByText('Questo link non vale più')).toBeVisible();
  await shot(page, 'sign-gone');
});
