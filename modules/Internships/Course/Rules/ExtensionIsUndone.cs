namespace InclusionPlatform.Internships.Course.Rules;

/// <summary>
/// An extension that was recorded by mistake is taken back while nothing followed from it: it is the last change of the end, nobody communicated it, and the internship does not live on it yet.
/// </summary>
internal static class ExtensionIsUndone
{
    /// <summary>What hinders it, if something does.</summary>
    public static ConflictException? Hindrance(ExtensionFacts extension, DateOnly endsOn, DateOnly today) => extension switch
    {
        { BySuspension: true } => new("internship.extension-by-suspension", new(
            "Questa fine l'ha spostata una sospensione: se è sbagliata, si toglie la sospensione.", "This end was moved by a suspension: if it is wrong, take the suspension away.")),
        { IsLast: false } => NotLast(),
        _ when extension.EndsOn != endsOn => NotLast(),
        { Protocol: { } protocol } => new("internship.extension-communicated", new Words(
            "La proroga è già stata comunicata, protocollo {0}: resta. Se il tirocinio finisce prima si registra la conclusione, che si comunica a sua volta.",
            "The extension was communicated already, protocol {0}: it stays. If the internship ends before, record its end, which is communicated in turn.").With(protocol)),
        _ when extension.EndsBefore < today => new("internship.extension-already-used", new Words(
            "Senza la proroga il tirocinio sarebbe finito il {0:d}: non si toglie più. Per farlo finire prima si registra la conclusione.",
            "Without the extension the internship would have ended on {0:d}: it is not taken away any more. To let it end before, record its end.").With(extension.EndsBefore)),
        _ => null,
    };

    private static ConflictException NotLast() => new("internship.extension-not-last", new(
        "Dopo questa proroga la fine è cambiata ancora: si torna indietro dall'ultimo cambiamento.", "The end changed again after this extension: go back from the last change."));
}

/// <param name="EndsBefore">The last day before it.</param>
/// <param name="EndsOn">The last day since.</param>
/// <param name="Protocol">Of its communication.</param>
/// <param name="BySuspension">A suspension moved the end.</param>
/// <param name="IsLast">No other change of the end was recorded later.</param>
internal sealed record ExtensionFacts(DateOnly EndsBefore, DateOnly EndsOn, string? Protocol, bool BySuspension, bool IsLast);
