namespace InclusionPlatform.Internships.Conventions.Rules;

/// <summary>A convention goes from draft to sent to signed; one may be signed without having been sent. Signed, it is renewed and not signed again.</summary>
internal static class ConventionMoves
{
    /// <exception cref="ConflictException"><c>convention.wrong-state</c> (409).</exception>
    /// <exception cref="FieldException"><c>convention.signed-before-sent</c> or <c>convention.signed-too-early</c> (422).</exception>
    public static void Check(ConventionRow row, ConventionState to, DateOnly? signedOn)
    {
        if (row.State is ConventionState.Signed || (row.State is ConventionState.Sent && to is ConventionState.Sent))
        {
            throw new ConflictException("convention.wrong-state", row.State is ConventionState.Signed
                ? new("La convenzione è già firmata: per prolungarla va rinnovata.", "The convention is signed already: to prolong it, renew it.")
                : new("La convenzione è già stata inviata: manca la firma.", "The convention was sent already: the signature is missing."));
        }

        if (signedOn < row.SentOn)
        {
            throw new FieldException("signedOn", "convention.signed-before-sent", new Words(
                "La convenzione è stata inviata il {0:d}: la firma non può venire prima.", "The convention was sent on {0:d}: the signature cannot come before.").With(row.SentOn));
        }

        CheckSignature(signedOn, row.ValidFrom);
    }

    /// <summary>A convention is signed within a year before it begins to hold, or later: an older day is a mistake in writing.</summary>
    /// <exception cref="FieldException"><c>convention.signed-too-early</c> (422).</exception>
    public static void CheckSignature(DateOnly? signedOn, DateOnly validFrom)
    {
        if (signedOn < validFrom.AddYears(-1))
        {
            throw new FieldException("signedOn", "convention.signed-too-early", new Words(
                "La convenzione vale dal {0:d}: la firma non può essere di oltre un anno prima. Controllare le due date.",
                "The convention holds from {0:d}: the signature cannot be more than a year before it. Check the two dates.").With(validFrom));
        }
    }
}
