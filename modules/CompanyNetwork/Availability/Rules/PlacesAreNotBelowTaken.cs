namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>An availability does not fall below the places that referrals keep or use already.</summary>
internal static class PlacesAreNotBelowTaken
{
    public const string Code = "availability.places-taken";

    public static void Check(int places, int taken)
    {
        if (places < taken)
        {
            throw new FieldException("places", Code, new Words(
                "Posti già riservati o occupati: {0}. Per indicarne di meno vanno prima ritirate o declinate le segnalazioni.",
                "Places kept or used already: {0}. To state fewer, withdraw or decline the referrals first.").With(taken));
        }
    }
}
