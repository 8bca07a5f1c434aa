namespace InclusionPlatform.Beneficiaries.WaitingList.Rules;

/// <summary>The first of the list goes first; taking somebody else is possible, and the reason stays in the story.</summary>
internal static class WaitingListIsFollowed
{
    public const int LeastReason = 10;

    public static void Check(int position, string? reason)
    {
        if (position > 1 && (reason?.Trim().Length ?? 0) < LeastReason)
        {
            throw new FieldException("reason", "waiting-list.not-first", new(
                "Questa persona non è la prima della lista: scrivere perché passa avanti (almeno 10 caratteri).",
                "This person is not first on the list: write why they go ahead (at least 10 characters)."));
        }
    }
}
