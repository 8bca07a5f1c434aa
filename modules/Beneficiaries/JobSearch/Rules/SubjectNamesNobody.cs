using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Beneficiaries.JobSearch.Rules;

/// <summary>The subject of a mail is read on the way and on locked screens: the work that it names is not the person's name, nor a fact of health (GDPR art. 5(1)(c), 9).</summary>
internal static class SubjectNamesNobody
{
    /// <exception cref="FieldException"><c>job-application.subject-names-person</c>, <c>job-search.speaks-of-health-or-penal-facts</c>.</exception>
    public static void Check(string duty, string surname, string name)
    {
        NothingOfHealthOrPenalFacts.Check("duty", duty);
        var said = SearchText.Words(duty);
        if (SearchText.Words(surname) is { Count: > 0 } parts && parts.All(said.Contains) || (SearchText.Words(name) is { Count: > 0 } names && names.All(said.Contains)))
        {
            throw new FieldException("duty", "job-application.subject-names-person", new(
                "La mansione va nell'oggetto del messaggio: non scriverci il nome della persona.", "The duty goes into the subject of the mail: do not write the person's name in it."));
        }
    }
}
