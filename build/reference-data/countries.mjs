// ISO 3166-1 alpha-2 with the names of the Unicode CLDR (as Node carries them) and the Belfiore code of each as a birthplace.

const iso3166 = `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG
CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS
GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC
MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY
QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/);

/** States that ended and are still written in the codici fiscali of who was born there (ISO 3166-3 codes). */
const former = {
  Z105: ['CSHH', 'Cecoslovacchia', 'Czechoslovakia'],
  Z111: ['DDDE', 'Repubblica Democratica Tedesca', 'German Democratic Republic'],
  Z118: ['YUCS', 'Jugoslavia', 'Yugoslavia'],
  Z135: ['SUHH', 'Unione Sovietica', 'Soviet Union'],
  Z157: ['CSXX', 'Serbia e Montenegro', 'Serbia and Montenegro'],
  Z250: ['YDYE', 'Yemen del Sud', 'South Yemen'],
};

/** Not in ISO 3166-1, but a country for the register and for its people. */
const userAssigned = { XK: ['Kosovo', 'Kosovo'] };

/** The source's own ways: the Union's UK for GB, and nothing for Kosovo. */
const codeOf = { Z114: 'GB', Z160: 'XK' };
const isoCode = (place) => codeOf[place.belfioreCode] ?? place.iso3166;

/** CLDR's names of these are not what people look for in a list. */
const plainNames = { HK: ['Hong Kong', 'Hong Kong'], MO: ['Macao', 'Macao'] };

export function countryRows({ places }) {
  const states = places.filter((place) => place.belfioreCode.startsWith('Z'));
  const inForce = new Map(states.filter((place) => !former[place.belfioreCode]).map((place) => [isoCode(place), place.belfioreCode]));
  const italian = new Intl.DisplayNames('it', { type: 'region' });
  const english = new Intl.DisplayNames('en', { type: 'region' });
  if (iso3166.length !== 249) throw new Error(`ISO 3166-1 has 249 codes, not ${iso3166.length}`);

  const present = iso3166.map((code) => [code, ...(plainNames[code] ?? [italian.of(code), english.of(code)]), inForce.get(code) ?? '', '']);
  const others = Object.entries(userAssigned).map(([code, [it, en]]) => [code, it, en, inForce.get(code) ?? '', '']);
  const ended = states.filter((place) => former[place.belfioreCode])
    .map((place) => [...former[place.belfioreCode], place.belfioreCode, place.expirationDate.toISOString().slice(0, 10)]);
  const unused = [...inForce.keys()].filter((code) => !present.concat(others).some(([used]) => used === code));
  if (unused.length > 0) throw new Error(`No country for the Belfiore codes of ${unused}`);
  return [...present, ...others, ...ended].sort(([a], [b]) => (a < b ? -1 : 1));
}
