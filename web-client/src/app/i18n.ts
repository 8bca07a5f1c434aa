import i18next, { type FormatterModule, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { number } from '../lib/format';

export const languages = ['it', 'en'] as const;
export type Language = (typeof languages)[number];

const kept = 'language';
const loaders: Record<Language, () => Promise<{ default: ResourceLanguage }>> = {
  it: () => import('./locales/all.it'),
  en: () => import('./locales/all.en'),
};

function keptLanguage(): Language {
  return localStorage.getItem(kept) === 'en' ? 'en' : 'it';
}

/** One request brings all texts of one language: they are few, and every screen is then complete at once. */
async function load(language: Language) {
  if (i18next.hasResourceBundle(language, 'common')) return;
  const { default: texts } = await loaders[language]();
  for (const [namespace, bundle] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, bundle);
}

/** A count reads "17.506" in every sentence, as it does in a table; years and numbers of papers are no counts, and stay as they are. */
const counts: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, _language, options) => (options?.interpolationkey === 'count' && typeof value === 'number' ? number(value, 2) : (value as string)),
};

export async function startI18n(language: Language = keptLanguage()) {
  await i18next.use(initReactI18next).use(counts).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: { escapeValue: false, alwaysFormat: true },
    react: { useSuspense: false },
    resources: {},
  });
  await load(language);
  document.documentElement.lang = language;
}

export async function switchLanguage(language: Language) {
  await load(language);
  await i18next.changeLanguage(language);
  localStorage.setItem(kept, language);
  document.documentElement.lang = language;
}
