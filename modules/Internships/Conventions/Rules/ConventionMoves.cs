namespace InclusionPlatform.Internships.Conventions.Rules;

/// <summary>
/// A convention goes from draft to sent to signed; one may be signed without having been sent. Signed, it is renewed; the day of its signature is corrected only while no internship that began rests on it.
/// </summary>
internal static class ConventionMoves
{
    private const int MostYearsBefore = 1;

    /// <exception cref="ConflictException"><c>convention.wrong-state</c> (409).</exception>
    /// <exception cref="FieldException"><c>convention.signed-before-sent</c>, <c>convention.signed-too-early</c> or <c>convention.signed-after-end</c> (422).</exception>
    public static void Check(ConventionRow row, ConventionState to, DateOnly? signedOn)
    {
        if ((row.State is ConventionState.Signed or ConventionState.Sent) && to is ConventionState.Sent)
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
        CheckSignedInTime(signedOn, row.ValidTo);
    }

    /// <summary>A convention is sent to be signed within a year before it begins to hold, and not once it is over: another day is a mistake in writing.</summary>
    /// <param name="sentOn">The day, if it was sent.</param>
    /// <param name="validFrom">Its first day.</param>
    /// <param name="validTo">Its last day.</param>
    /// <param name="isOfTheDates">Whether the dates of the convention are being written, and not the day of the sending: the refusal belongs there.</param>
    /// <exception cref="FieldException"><c>convention.sent-too-early</c> or <c>convention.sent-after-end</c> (422).</exception>
    public static void CheckSending(DateOnly? sentOn, DateOnly validFrom, DateOnly validTo, bool isOfTheDates = false)
    {
        if (sentOn < validFrom.AddYears(-MostYearsBefore))
        {
            throw new FieldException(isOfTheDates ? "validFrom" : "sentOn", "convention.sent-too-early", new Words(
                "La convenzione vale dal {0:d} e l'invio è del {1:d}: non può essere di oltre un anno prima. Controllare le due date.",
                "The convention holds from {0:d} and was sent on {1:d}: that cannot be more than a year before. Check the two dates.").With(validFrom, sentOn));
        }

        if (sentOn > validTo)
        {
            throw new FieldException(isOfTheDates ? "validTo" : "sentOn", "convention.sent-after-end", new Words(
                "La convenzione vale fino al {0:d} e l'invio è del {1:d}: non può essere dopo la fine. Controllare le due date.",
                "The convention holds until {0:d} and was sent on {1:d}: that cannot be after its end. Check the two dates.").With(validTo, sentOn));
        }
    }

    /// <summary>What internships began by is not rewritten under them.</summary>
    /// <param name="begun">How many internships that began rest on it.</param>
    /// <exception cref="ConflictException"><c>convention.signature-in-use</c> (409).</exception>
    public static void CheckCorrection(int begun)
    {
        if (begun > 0)
        {
            throw new ConflictException("convention.signature-in-use", new(
                "Su questa convenzione si appoggiano tirocini già iniziati: la data della firma resta. Per prolungarla va rinnovata.",
                "Internships that began rest on this convention: the day of its signature stays. To prolong it, renew it.")) { Field = "signedOn" };
        }
    }

    /// <summary>A convention is signed within a year before it begins to hold, or later: an older day is a mistake in writing.</summary>
    /// <exception cref="FieldException"><c>convention.signed-too-early</c> (422).</exception>
    public static void CheckSignature(DateOnly? signedOn, DateOnly validFrom)
    {
        if (signedOn < validFrom.AddYears(-MostYearsBefore))
        {
            throw new FieldException("signedOn", "convention.signed-too-early", new Words(
                "La convenzione vale dal {0:d}: la firma non può essere di oltre un anno prima. Controllare le due date.",
                "The convention holds from {0:d}: the signature cannot be more than a year before it. Check the two dates.").With(validFrom));
        }
    }

    /// <summary>
    /// A convention is signed while it can still hold: after its last day there is nothing left to sign. The day of the signature counts and not that of the writing down: paper signed in time may be recorded when it is over.
    /// </summary>
    /// <param name="signedOn">The day, if it was signed.</param>
    /// <param name="validTo">Its last day.</param>
    /// <param name="isOfTheDates">Whether the dates of the convention are being written, and not the day of the signature: the refusal belongs there.</param>
    /// <exception cref="FieldException"><c>convention.signed-after-end</c> (422).</exception>
    public static void CheckSignedInTime(DateOnly? signedOn, DateOnly validTo, bool isOfTheDates = false)
    {
        if (signedOn > validTo)
        {
            throw new FieldException(isOfTheDates ? "validTo" : "signedOn", "convention.signed-after-end", new Words(
                "La convenzione vale fino al {0:d} e la firma è del {1:d}: non può essere dopo la fine. Correggere le due date oppure, se è davvero finita, rinnovarla o scriverne una nuova.",
                "The convention holds until {0:d} and the signature is of {1:d}: that cannot be after its end. Correct the two dates or, if it is really over, renew it or write a new one.").With(validTo, signedOn));
        }
    }
}
