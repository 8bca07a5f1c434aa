using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>How a person describes their gender; FSE+ asks it apart from the sex in the civil register.</summary>
internal enum Gender
{
    Woman,
    Man,
    NonBinary,
}

/// <summary>How a person gets to work.</summary>
internal enum Mobility
{
    None,
    PublicTransport,
    Bicycle,
    Moped,
    Car,
}

/// <summary>
/// What is written of a person. The three sensitive groups are replaced whole when given and stay as they are when not: who edits the rest need not open them.
/// </summary>
/// <param name="Surname">As in the person's papers. Required.</param>
/// <param name="Name">As in the person's papers. Required.</param>
/// <param name="Identifiers">Replaced whole when given; stays as it is when not.</param>
/// <param name="Contacts">Replaced whole when given; stays as it is when not.</param>
/// <param name="Addresses">Replaced whole when given; stays as it is when not.</param>
/// <param name="UnemployedSince">First day without work; null for who works, or if it is not known.</param>
internal sealed record PersonDetails(
    string Surname,
    string Name,
    string? PreferredName,
    Sex? Sex,
    Gender? Gender,
    DateOnly? BirthDate,
    string? Birthplace,
    string? Citizenship,
    PersonIdentifiers? Identifiers,
    PersonContacts? Contacts,
    PersonAddresses? Addresses,
    string? Education,
    DateOnly? UnemployedSince,
    int? MinorChildren,
    bool? SingleParent,
    Mobility? Mobility,
    IReadOnlyList<string>? WishedSectors);

/// <summary>A tax code, or an STP or ENI code, or nothing yet.</summary>
/// <param name="TaxCode">Codice fiscale.</param>
/// <param name="HealthCode">STP or ENI code.</param>
/// <param name="TaxCodeConfirmed">The code was seen on the card although it differs from the names, date or place written here.</param>
internal sealed record PersonIdentifiers(string? TaxCode, string? HealthCode, bool TaxCodeConfirmed);

/// <summary>How to reach the person.</summary>
/// <param name="Phone">As written.</param>
/// <param name="Email">Address.</param>
/// <param name="SafeContact">When and how it is safe to call: who must not answer, which hours.</param>
/// <param name="MailIsSafe">The mailbox is the person's alone: what is written there is read by nobody else.</param>
internal sealed record PersonContacts(string? Phone, string? Email, string? SafeContact, bool MailIsSafe = false);

/// <summary>Where the person is registered and where they live.</summary>
/// <param name="Residence">Where the person is registered.</param>
/// <param name="Domicile">Where the person lives.</param>
internal sealed record PersonAddresses(Address? Residence, Address? Domicile);

/// <summary>A structured address, as payments and communications want it.</summary>
/// <param name="Street">Street and name.</param>
/// <param name="Number">House number.</param>
/// <param name="PostalCode">Five digits.</param>
/// <param name="Municipality">ISTAT code.</param>
internal sealed record Address(string? Street, string? Number, string? PostalCode, string? Municipality);
