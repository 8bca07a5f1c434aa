using System.Globalization;

namespace InclusionPlatform.Shared;

/// <summary>One sentence for people, in the two languages of the platform: Italian, complete and first; English, complete and second.</summary>
/// <param name="It">Plain, warm Italian.</param>
/// <param name="En">The same in English.</param>
public sealed record Words(string It, string En)
{
    /// <summary>Whether the request at hand asked for English.</summary>
    public static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The sentence in the language of the request at hand.</summary>
    public override string ToString() => English ? En : It;

    /// <summary>Fills numbered holes (<c>{0}</c>) of both languages with the same values.</summary>
    /// <param name="values">Numbers, dates and names of records that whoever reads may see. Never a person's data.</param>
    public Words With(params object?[] values) => new(
        string.Format(CultureInfo.GetCultureInfo("it-IT"), It, values),
        string.Format(CultureInfo.GetCultureInfo("en-GB"), En, values));
}
