using System.Globalization;

namespace InclusionPlatform.Shared.Spreadsheets.Xlsx;

/// <summary>Turns a cell's stored value into the text a person means by it.</summary>
internal sealed class XlsxCells(Lazy<IReadOnlyList<string>> strings, Lazy<XlsxStyles> styles, bool from1904)
{
    /// <summary>The text of a stored value, by the cell's type (the attribute t) and style.</summary>
    public string Text(string? type, string? style, string value) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index)
               && index < strings.Value.Count ? strings.Value[index] : "",
        "b" => value.Trim() is "1" or "true" ? YesNoText.Yes : YesNoText.No,
        "str" => XlsxText.Unescape(value),
        "e" or "d" or "inlineStr" => value,
        _ => Number(value.Trim(), styles.Value.Of(style))
    };

    private string Number(string value, NumberStyle style)
    {
        if (value.Length == 0) return "";
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return value;
        return style.Kind is NumberKind.Number ? Plain(value, number, style.Digits) : Moment(number, style.Kind) ?? Plain(value, number, 0);
    }

    // Digits as they are stored when they are only digits (a VAT number keeps them all); else the 15 that Excel itself keeps, never as 3.4E+09.
    private static string Plain(string value, double number, int digits)
    {
        if (value.All(char.IsAsciiDigit)) return value.PadLeft(digits, '0');
        if (Math.Abs(number) >= 1e28) return number.ToString("F0", CultureInfo.InvariantCulture);
        var text = decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
            .ToString("0.############################", CultureInfo.InvariantCulture);
        return number >= 0 && !text.Contains('.', StringComparison.Ordinal) ? text.PadLeft(digits, '0') : text;
    }

    private string? Moment(double number, NumberKind kind)
    {
        if (kind is NumberKind.Time && number is >= 0 and < 1000)
        {
            var time = TimeSpan.FromSeconds(Math.Round(number * 86_400));
            var hours = (int)time.TotalHours;
            return time.Seconds == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{hours:00}:{time.Minutes:00}")
                : string.Create(CultureInfo.InvariantCulture, $"{hours:00}:{time.Minutes:00}:{time.Seconds:00}");
        }
        // Day 0 is what an empty cell becomes in a formula.
        if (number == 0 && !from1904) return "";
        if (ExcelDate.Moment(number, from1904) is not { } moment) return null;
        var whole = kind is NumberKind.Date || moment.TimeOfDay == TimeSpan.Zero;
        return moment.ToString(whole ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }
}
