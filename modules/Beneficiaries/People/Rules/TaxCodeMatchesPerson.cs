using FluentValidation.Results;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Beneficiaries.People.Rules;

/// <summary>
/// A codice fiscale says the same as the names, date, sex and place written beside it, or somebody confirms that the card really differs
/// (a changed name, a wrong registry entry, a date known in part only).
/// </summary>
internal static class TaxCodeMatchesPerson
{
    /// <param name="person">What is written.</param>
    /// <param name="identifiers">The code.</param>
    /// <param name="within">Path of the person in the request's body, ending in a dot, where it is not the whole body.</param>
    public static void Check(PersonDetails person, PersonIdentifiers? identifiers, string within = "")
    {
        if (identifiers is not { TaxCodeConfirmed: false, TaxCode: { } written } || !TaxCode.TryParse(written, out var code, out _))
        {
            return;
        }

        var mismatches = code.Mismatches(person.Surname, person.Name, person.BirthDate, person.Sex, Birthplaces.Find(person.Birthplace)?.Belfiore);
        if (mismatches.Count > 0)
        {
            throw new ValidationFailedException(mismatches.Select(problem =>
                new ValidationFailure($"{within}identifiers.taxCode", Sentences.OfTaxCode(problem).ToString()) { ErrorCode = problem }));
        }
    }
}
