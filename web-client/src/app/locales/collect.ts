import type { ResourceLanguage } from 'i18next';

type Texts = { [key: string]: string | Texts };

/** `…/features/company-network/locales/it.json` becomes the namespace `company-network`; the frame's own texts are `common`. */
export function collect(common: unknown, files: Record<string, unknown>): ResourceLanguage {
  const all: ResourceLanguage = { common: withMany(common as Texts) };
  for (const [path, texts] of Object.entries(files)) {
    const namespace = /features\/([^/]+)\/locales/.exec(path)?.[1];
    if (namespace) all[namespace] = withMany(texts as Texts);
  }
  return all;
}

/** Italian has a third plural ("1.000.000 di righe") that no text of ours needs to tell apart from the second. */
function withMany(texts: Texts): Texts {
  const all: Texts = {};
  for (const [key, value] of Object.entries(texts)) {
    all[key] = typeof value === 'string' ? value : withMany(value);
    if (key.endsWith('_other')) all[key.replace(/_other$/, '_many')] ??= value as string;
  }
  return all;
}
