using InclusionPlatform.CompanyNetwork.Availabilities;

namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>An educator is offered only what the company has confirmed and what counts today: old or expired availability is unknown.</summary>
internal static class OnlyVerifiedAvailabilityIsProposed
{
    public const string Code = "referral.availability-not-verified";

    public static void Check(AvailabilityState state)
    {
        if (state is not AvailabilityState.Current)
        {
            throw new FieldException("availabilityId", Code, state switch
            {
                AvailabilityState.Future => new(
                    "Questa disponibilità comincia più avanti: si propone da quando vale.",
                    "This availability begins later: it is proposed from when it holds."),
                AvailabilityState.Ended => new(
                    "Questa disponibilità è conclusa: se ne registra una nuova e poi si propone.",
                    "This availability has ended: record a new one, then propose it."),
                _ => new(
                    "Questa disponibilità va prima verificata con l'azienda: è scaduta o è passato troppo tempo.",
                    "Verify this availability with the company first: it has run out or too much time has passed."),
            });
        }
    }
}
