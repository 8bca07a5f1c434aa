namespace InclusionPlatform.Beneficiaries.Diary.Rules;

/// <summary>A signed entry is never changed, signed again or thrown away: a new one amends it. Only what is signed is amended: a draft is simply changed.</summary>
internal static class SignedEntryIsFinal
{
    public static void CheckDraft(DateTimeOffset? signedAt)
    {
        if (signedAt is not null)
        {
            throw new RuleBrokenException("diary.signed", new(
                "Questa nota è già firmata e resta com'è: per correggerla se ne scrive un'altra con «Correggi».",
                "This note is signed already and stays as it is: to amend it, write another one with \"Amend\"."));
        }
    }

    public static void CheckAmended(DateTimeOffset? signedAt)
    {
        if (signedAt is null)
        {
            throw new FieldException("amendsId", "diary.amends-draft", new(
                "La nota da correggere è ancora una bozza: la si può cambiare direttamente.",
                "The note to amend is still a draft: it can simply be changed."));
        }
    }
}
