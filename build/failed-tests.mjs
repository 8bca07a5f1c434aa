// Says which tests of a .trx file failed, and why.
import { readFileSync } from 'node:fs';

const plain = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#xD;/g, '').replace(/&amp;/g, '&');
let text = '';
try {
  text = readFileSync(process.argv[2], 'utf8');
} catch {
  process.exit(0);
}
for (const [, head, body] of text.matchAll(/<UnitTestResult ([^>]*outcome="Failed"[^>]*)>([\s\S]*?)<\/UnitTestResult>/g)) {
  console.log(`  FAILED ${plain(/testName="([^"]*)"/.exec(head)?.[1] ?? '?')}`);
  console.log(plain(/<Message>([\s\S]*?)<\/Message>/.exec(body)?.[1] ?? '').trimEnd().split('\n').slice(0, 12).map((line) => `    ${line}`).join('\n'));
  console.log(plain(/<StackTrace>([\s\S]*?)<\/StackTrace>/.exec(body)?.[1] ?? '').trimEnd().split('\n').slice(0, 4).map((line) => `    ${line}`).join('\n'));
}
