using System.Globalization;
using System.Xml.Linq;
using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Internships.Allowances.Transfers;

/// <summary>Reads a written order again, as the bank will, before anybody gets it: accounts, amounts, totals, towns and countries, and the order of the elements.</summary>
internal static class TransferCheck
{
    private const decimal MostEuro = 999_999_999.99m;

    // The children of each element in the order of the two schemas, those that this platform writes; the same name means the same wherever it stands.
    private static readonly Dictionary<string, string[]> Order = new()
    {
        ["CBIPaymentRequest"] = ["GrpHdr", "PmtInf"],
        ["Document"] = ["CstmrCdtTrfInitn"],
        ["CstmrCdtTrfInitn"] = ["GrpHdr", "PmtInf"],
        ["GrpHdr"] = ["MsgId", "CreDtTm", "NbOfTxs", "CtrlSum", "InitgPty"],
        ["PmtInf"] = ["PmtInfId", "PmtMtd", "BtchBookg", "NbOfTxs", "CtrlSum", "PmtTpInf", "ReqdExctnDt", "Dbtr", "DbtrAcct", "DbtrAgt", "ChrgBr", "CdtTrfTxInf"],
        ["CdtTrfTxInf"] = ["PmtId", "PmtTpInf", "Amt", "Cdtr", "CdtrAcct", "RmtInf"],
        ["PmtId"] = ["InstrId", "EndToEndId"],
        ["PmtTpInf"] = ["InstrPrty", "SvcLvl", "CtgyPurp"],
        ["InitgPty"] = ["Nm", "Id"],
        ["Dbtr"] = ["Nm", "PstlAdr", "Id"],
        ["Cdtr"] = ["Nm", "PstlAdr"],
        ["PstlAdr"] = ["StrtNm", "PstCd", "TwnNm", "Ctry"],
        ["Othr"] = ["Id", "Issr"],
    };

    /// <summary>What is wrong, in stable codes; empty when the bank can have it.</summary>
    public static IReadOnlyList<string> Problems(byte[] file)
    {
        var root = XDocument.Parse(System.Text.Encoding.UTF8.GetString(file)).Root!;
        return [.. Find(root).Distinct()];
    }

    private static IEnumerable<string> Find(XElement root)
    {
        XNamespace ns = root.Name.Namespace;
        if (root.Name.NamespaceName is not (TransferFile.CbiNamespace or TransferFile.PainNamespace) || root.DescendantsAndSelf().Any(element => element.Name.Namespace != ns))
        {
            yield return "transfer.namespace";
        }

        foreach (var element in root.DescendantsAndSelf())
        {
            if (Order.TryGetValue(element.Name.LocalName, out var order) && !InOrder(element, order))
            {
                yield return "transfer.order";
            }
        }

        if (root.Descendants(ns + "IBAN").Any(iban => !Iban.TryParse(iban.Value, out _, out _)))
        {
            yield return "transfer.iban";
        }

        if (root.Descendants(ns + "PstlAdr").Count() != root.Descendants(ns + "Cdtr").Count() + 1
            || root.Descendants(ns + "PstlAdr").Any(address => string.IsNullOrWhiteSpace(address.Element(ns + "TwnNm")?.Value) || address.Element(ns + "Ctry")?.Value.Length != 2))
        {
            yield return "transfer.town";
        }

        if (root.Descendants(ns + "Nm").Any(name => string.IsNullOrWhiteSpace(name.Value)))
        {
            yield return "transfer.name";
        }

        var amounts = root.Descendants(ns + "InstdAmt").Select(amount => decimal.Parse(amount.Value, CultureInfo.InvariantCulture)).ToArray();
        if (amounts.Any(amount => amount is <= 0 or > MostEuro))
        {
            yield return "transfer.amount";
        }

        if (root.Descendants(ns + "CtrlSum").Any(sum => decimal.Parse(sum.Value, CultureInfo.InvariantCulture) != amounts.Sum())
            || root.Descendants(ns + "NbOfTxs").Any(count => int.Parse(count.Value, CultureInfo.InvariantCulture) != amounts.Length))
        {
            yield return "transfer.totals";
        }

        if (root.Descendants(ns + "CdtTrfTxInf").Any(one => one.Element(ns + "PmtTpInf")?.Element(ns + "CtgyPurp") is null))
        {
            yield return "transfer.category";
        }
    }

    private static bool InOrder(XElement element, string[] order)
    {
        var last = -1;
        foreach (var child in element.Elements())
        {
            var place = Array.IndexOf(order, child.Name.LocalName);
            if (place < last || place < 0)
            {
                return false;
            }

            last = place;
        }

        return true;
    }
}
