using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using InclusionPlatform.Internships.Allowances.Runs;
using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Internships.Allowances.Transfers;

/// <summary>A transfer to be written into the file.</summary>
internal sealed record Transfer(Guid Id, long Cents, PayeeAccount Account, string Remittance);

/// <summary>What the file says of itself.</summary>
internal sealed record TransferOrder(Guid RunId, DateTimeOffset MadeAt, DateOnly ExecuteOn, IReadOnlyList<Transfer> Transfers)
{
    public long Cents => Transfers.Sum(transfer => transfer.Cents);
}

/// <summary>
/// Writes a credit transfer order: CBI's wrapper of ISO 20022 (<c>CBIPaymentRequest.00.04.01</c>) or the plain message (<c>pain.001.001.09</c>). Both share names and order of the
/// elements; CBI's has no totals in the payment's block, names banks by ABI and asks for the code of who sends.
/// </summary>
internal static class TransferFile
{
    public const string CbiNamespace = "urn:CBI:xsd:CBIPaymentRequest.00.04.01", PainNamespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private const int NameLength = 70, TextLength = 140, IdLength = 35, PostalCodeLength = 16;

    private static readonly SearchValues<char> Taken = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-?:().,'+ ");

    public static byte[] Write(AllowancesOptions options, TransferOrder order)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            var cbi = options.TransferFormat is TransferFormat.Cbi;
            xml.WriteStartDocument();
            if (cbi)
            {
                xml.WriteStartElement("CBIPaymentRequest", CbiNamespace);
                Body(xml, options, order, cbi);
            }
            else
            {
                xml.WriteStartElement("Document", PainNamespace);
                Within(xml, "CstmrCdtTrfInitn", () => Body(xml, options, order, cbi));
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void Body(XmlWriter xml, AllowancesOptions options, TransferOrder order, bool cbi)
    {
        var payer = options.Payer;
        Within(xml, "GrpHdr", () =>
        {
            Put(xml, "MsgId", Id(order.RunId));
            Put(xml, "CreDtTm", order.MadeAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            Put(xml, "NbOfTxs", Number(order.Transfers.Count));
            Put(xml, "CtrlSum", Amount(order.Cents));
            Within(xml, "InitgPty", () =>
            {
                Put(xml, "Nm", Text(payer.Name, NameLength));
                Organisation(xml, cbi ? payer.CbiCode : payer.TaxCode, cbi ? "CBI" : "ADE");
            });
        });
        Within(xml, "PmtInf", () =>
        {
            Put(xml, "PmtInfId", Id(order.RunId));
            Put(xml, "PmtMtd", "TRF");
            Put(xml, "BtchBookg", "true");
            if (!cbi)
            {
                Put(xml, "NbOfTxs", Number(order.Transfers.Count));
                Put(xml, "CtrlSum", Amount(order.Cents));
            }

            Within(xml, "PmtTpInf", () =>
            {
                Put(xml, "InstrPrty", "NORM");
                Within(xml, "SvcLvl", () => Put(xml, "Cd", "SEPA"));
            });
            Within(xml, "ReqdExctnDt", () => Put(xml, "Dt", order.ExecuteOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            Within(xml, "Dbtr", () =>
            {
                Put(xml, "Nm", Text(payer.Name, NameLength));
                Address(xml, payer.Street, payer.PostalCode, payer.Town, payer.Country);
                Organisation(xml, payer.TaxCode, "ADE");
            });
            Account(xml, "DbtrAcct", Canonical(payer.Iban));
            Within(xml, "DbtrAgt", () => Within(xml, "FinInstnId", () => Bank(xml, Canonical(payer.Iban), cbi)));
            Put(xml, "ChrgBr", "SLEV");
            foreach (var transfer in order.Transfers)
            {
                Within(xml, "CdtTrfTxInf", () => One(xml, options, transfer));
            }
        });
    }

    private static void One(XmlWriter xml, AllowancesOptions options, Transfer transfer)
    {
        Within(xml, "PmtId", () =>
        {
            Put(xml, "InstrId", Id(transfer.Id));
            Put(xml, "EndToEndId", Id(transfer.Id));
        });
        Within(xml, "PmtTpInf", () => Within(xml, "CtgyPurp", () => Put(xml, "Cd", options.CategoryPurpose)));
        Within(xml, "Amt", () =>
        {
            xml.WriteStartElement("InstdAmt", Namespace(xml));
            xml.WriteAttributeString("Ccy", "EUR");
            xml.WriteString(Amount(transfer.Cents));
            xml.WriteEndElement();
        });
        Within(xml, "Cdtr", () =>
        {
            Put(xml, "Nm", Text(transfer.Account.HolderName, NameLength));
            Address(xml, transfer.Account.Street, transfer.Account.PostalCode, transfer.Account.Town, transfer.Account.Country);
        });
        Account(xml, "CdtrAcct", transfer.Account.Iban);
        Within(xml, "RmtInf", () => Put(xml, "Ustrd", Text(transfer.Remittance, TextLength)));
    }

    private static void Organisation(XmlWriter xml, string code, string issuer)
    {
        if (code.Length > 0)
        {
            Within(xml, "Id", () => Within(xml, "OrgId", () => Within(xml, "Othr", () =>
            {
                Put(xml, "Id", code);
                Put(xml, "Issr", issuer);
            })));
        }
    }

    private static void Address(XmlWriter xml, string? street, string? postalCode, string town, string country) => Within(xml, "PstlAdr", () =>
    {
        if (!string.IsNullOrWhiteSpace(street))
        {
            Put(xml, "StrtNm", Text(street, NameLength));
        }

        if (!string.IsNullOrWhiteSpace(postalCode))
        {
            Put(xml, "PstCd", Text(postalCode, PostalCodeLength));
        }

        Put(xml, "TwnNm", Text(town, IdLength));
        Put(xml, "Ctry", country);
    });

    private static void Account(XmlWriter xml, string element, string iban) => Within(xml, element, () => Within(xml, "Id", () => Put(xml, "IBAN", iban)));

    private static void Bank(XmlWriter xml, string iban, bool cbi)
    {
        if (cbi)
        {
            Within(xml, "ClrSysMmbId", () => Put(xml, "MmbId", iban.Length > 10 ? iban.Substring(5, 5) : ""));
        }
        else
        {
            Within(xml, "Othr", () => Put(xml, "Id", "NOTPROVIDED"));
        }
    }

    private static void Within(XmlWriter xml, string element, Action content)
    {
        xml.WriteStartElement(element, Namespace(xml));
        content();
        xml.WriteEndElement();
    }

    private static void Put(XmlWriter xml, string element, string text) => xml.WriteElementString(element, Namespace(xml), text);

    private static string Namespace(XmlWriter xml) => xml.LookupPrefix(CbiNamespace) is not null ? CbiNamespace : PainNamespace;

    /// <summary>Ids have no hyphens: 32 characters of the 35 that banks take.</summary>
    public static string Id(Guid id) => id.ToString("N").ToUpperInvariant();

    public static string Amount(long cents) => string.Create(CultureInfo.InvariantCulture, $"{cents / 100}.{cents % 100:00}");

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Canonical(string iban) => Iban.TryParse(iban, out var parsed, out _) ? parsed.Value : iban;

    /// <summary>Only the letters and signs that every bank takes (EPC217-08): accents go, what has no letter becomes a blank.</summary>
    public static string Text(string text, int length)
    {
        var words = string.Join(' ', (text.AsSpan().ContainsAnyExcept(Taken) ? Plain(text) : text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= length ? words : words[..length].TrimEnd();
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            plain.Append(rune.IsAscii && Taken.Contains((char)rune.Value) ? ((char)rune.Value).ToString() : rune.Value switch
            {
                'ß' => "ss",
                'æ' => "ae",
                'œ' => "oe",
                'ø' => "o",
                'đ' or 'ð' => "d",
                'ħ' => "h",
                'ı' => "i",
                'ł' => "l",
                'þ' => "th",
                'Æ' => "AE",
                'Œ' => "OE",
                'Ø' => "O",
                'Đ' or 'Ð' => "D",
                'Ħ' => "H",
                'Ł' => "L",
                'Þ' => "Th",
                '’' or '‘' or 'ʼ' or '`' => "'",
                '–' or '—' => "-",
                _ => " ",
            });
        }

        return plain.ToString();
    }
}
