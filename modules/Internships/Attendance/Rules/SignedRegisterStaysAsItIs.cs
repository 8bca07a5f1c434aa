namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>What is to be signed or signed is not changed under the signatures: it is reopened first, with a reason.</summary>
internal static class SignedRegisterStaysAsItIs
{
    /// <exception cref="ConflictException"><c>attendance.closed</c> or <c>attendance.to-sign</c> (409).</exception>
    public static void Check(RegisterState state)
    {
        switch (state)
        {
            case RegisterState.Closed:
                throw new ConflictException("attendance.closed", new(
                    "Il registro di questo mese è chiuso e firmato: per cambiarlo va riaperto con un motivo.",
                    "The register of this month is closed and signed: to change it, reopen it with a reason."));
            case RegisterState.ToSign:
                throw new ConflictException("attendance.to-sign", new(
                    "Il registro di questo mese è già alla firma: per cambiarlo va riaperto con un motivo.",
                    "The register of this month is being signed: to change it, reopen it with a reason."));
            default:
                return;
        }
    }
}
