using System.Security.Cryptography;
using InclusionPlatform.Beneficiaries.Duplicates.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Search;
using MediatR;

namespace InclusionPlatform.Benchmarks;

/// <summary>
/// Fills the registry with people, each with an open case of an équipe of two, by plain statements: lists read no encrypted text, so what stands in for it is short. The educator who is
/// measured has a caseload of sixty; the others share the rest. What a registration reckons is there (how a name sounds): the platform would make it up in the background, beside what is measured.
/// </summary>
internal static class PeopleData
{
    public const int People = 200_000;
    public const int Caseload = 60;
    public const int InOneTransaction = 10_000;

    private static readonly string[] Beginnings = ["Ab", "Bel", "Cam", "Dol", "Fon", "Gra", "Lun", "Mon", "Ner", "Oli", "Pal", "Ros", "Sal", "Tor", "Val", "Ver"];
    private static readonly string[] Endings = ["bondanza", "lavista", "poverde", "cevita", "techiara", "nturco", "gomare", "tebianco", "onetti", "iveri", "ombara", "satelli", "vatori", "resani", "lerossa", "onesi"];
    private static readonly string[] Names = ["Ada", "Bruno", "Carla", "Dario", "Elena", "Fabio", "Gina", "Ivo", "Lia", "Marco", "Nora", "Omar", "Pia", "Rita", "Sara", "Tito", "Ugo", "Vera"];

    /// <summary>Some of the people from a number on, in the transaction of the command.</summary>
    internal sealed record FillPeople(int From, int Count, Guid Educator, DateTimeOffset Now) : ICommand<int>;

    internal sealed class FillPeopleHandler(IDbSession db, SensitiveFields sensitive) : IRequestHandler<FillPeople, int>
    {
        private const string Person = """
            insert into beneficiaries_person (
                id, version, surname, name, sort_name, sex, gender, birth_date, tax_code_hash, name_and_birth_hash, wished_sectors, restricted, has_case, registered_by, registered_at,
                phonetic_key, phonetic_version)
            values (@PersonId, 1, @Surname, @Name, @SortName, 'female', 'woman', @BirthDate, @TaxCodeHash, @NameHash, '', @Restricted, 1, @Manager, @Now, @SoundsLike, @SoundVersion)
            """;

        private const string Word = "insert into beneficiaries_name_word (word, beneficiary_id) values (@Text, @PersonId)";

        private const string Case = """
            insert into beneficiaries_case (
                id, version, beneficiary_id, manager_id, referring_body_hash, referring_body_cipher, reason, restricted, opened_on, last_activity_on, open_internships, opened_at, next_step,
                next_step_on, last_contact_on, steps_version)
            values (@CaseId, 1, @PersonId, @Manager, @Hash, @Body, 'workInclusion', @Restricted, @OpenedOn, @SeenOn, 0, @Now, 'contact', @DueOn, @SeenOn, 1)
            """;

        private const string Member = """
            insert into beneficiaries_case_member (id, case_id, beneficiary_id, user_id, role, from_on) values (@MemberId, @CaseId, @PersonId, @UserId, @Role, @OpenedOn)
            """;

        public async Task<int> Handle(FillPeople request, CancellationToken cancellationToken)
        {
            var today = DateOnly.FromDateTime(request.Now.UtcDateTime);
            // One sealed body for all: no list opens it, but the choices of the caseload open one of each.
            var (body, hash) = (sensitive.SealId(Guid.Empty), sensitive.BodyHash(Guid.Empty));
            var rows = Enumerable.Range(request.From, request.Count).Select(number =>
            {
                var surname = Beginnings[number % Beginnings.Length] + Endings[number / 16 % Endings.Length];
                var name = Names[number / 256 % Names.Length];
                return new
                {
                    PersonId = Guid.CreateVersion7(request.Now), CaseId = Guid.CreateVersion7(request.Now), Surname = surname, Name = name, SortName = SearchText.Normalize($"{surname} {name}"),
                    BirthDate = new DateOnly(1960, 1, 1).AddDays(number % 16000), Hash = hash, Body = body, NameHash = HashOf(number), TaxCodeHash = HashOf(number + People), Restricted = number % 10 == 3,
                    Manager = number % (People / Caseload) == 0 ? request.Educator : Someone(number % (People / Caseload)), Colleague = Someone(number % 997),
                    SoundsLike = PhoneticName.Key(surname, name), SoundVersion = PhoneticName.Version,
                    OpenedOn = today.AddDays(-number % 700), SeenOn = today.AddDays(-number % 90), DueOn = today.AddDays(30 - number % 90), request.Now,
                };
            }).ToArray();
            await db.ExecuteAsync(Person, rows, cancellationToken);
            await db.ExecuteAsync(Word, rows.SelectMany(row => new[] { new { Text = SearchText.Normalize(row.Surname), row.PersonId }, new { Text = SearchText.Normalize(row.Name), row.PersonId } }).ToArray(), cancellationToken);
            await db.ExecuteAsync(Case, rows, cancellationToken);
            await db.ExecuteAsync(
                Member,
                rows.SelectMany(row => new[]
                {
                    new { MemberId = Guid.CreateVersion7(request.Now), row.CaseId, row.PersonId, UserId = row.Manager, Role = "caseManager", row.OpenedOn },
                    new { MemberId = Guid.CreateVersion7(request.Now), row.CaseId, row.PersonId, UserId = row.Colleague, Role = "tutor", row.OpenedOn },
                }).ToArray(),
                cancellationToken);
            return rows.Length;
        }

        private static string HashOf(int number) => Convert.ToHexString(SHA256.HashData(BitConverter.GetBytes(number)));

        private static Guid Someone(int number) => new(number + 1, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);
    }
}
