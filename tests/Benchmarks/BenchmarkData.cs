using InclusionPlatform.Api.Access;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Data;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.Benchmarks;

/// <summary>Fills the bank with companies through the module's own command, many in one transaction, and the registry with people and their internships.</summary>
internal static class BenchmarkData
{
    private const int Companies = 100_000;

    /// <summary>Accounts of who is measured on people.</summary>
    public const string Educator = "bench-educator@example.test";

    /// <inheritdoc cref="Educator"/>
    public const string Coordinator = "bench-coordinator@example.test";

    /// <summary>Who freezes the list that the coordinator prepares.</summary>
    public const string Approver = "bench-approver@example.test";

    private const int InOneTransaction = 5_000;

    private static readonly string[] Trades = ["Trattoria", "Pizzeria", "Falegnameria", "Vivaio", "Ferramenta", "Hotel", "Cooperativa", "Officina", "Panificio", "Emporio"];
    private static readonly string[] Fancies = ["Il Faro", "La Quercia", "Riviera", "La Lanterna", "Il Gelso", "La Girandola", "Onda Lenta", "La Rondine", "Stella Polare", "La Bussola", "Il Ponte", "Alba Nuova"];
    private static readonly string[] Places = ["044066", "044023", "044007", "044017", "044045", "044063"];

    public static async Task<Filled> FillAsync(string dataFolder, string email, string password, int companies = Companies, bool withPeople = true)
    {
        var filled = Path.Combine(dataFolder, "companies.txt");
        var internshipsFile = Path.Combine(dataFolder, "internships.txt");
        if (File.Exists(filled))
        {
            return new([.. File.ReadLines(filled).Select(Guid.Parse)], [.. File.ReadLines(internshipsFile).Select(Guid.Parse)], File.Exists(ProgrammeFile(dataFolder)) ? Guid.Parse(await File.ReadAllTextAsync(ProgrammeFile(dataFolder))) : null);
        }

        await using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseSetting("Platform:DataFolder", dataFolder).UseSetting("Jobs:Enabled", "false").UseSetting("Logging:LogLevel:Default", "Warning").ConfigureServices(services =>
                services.AddScoped<IRequestHandler<FillBank, IReadOnlyList<Guid>>, FillBankHandler>().AddScoped<IRequestHandler<PeopleData.FillPeople, int>, PeopleData.FillPeopleHandler>()
                    .AddScoped<IRequestHandler<InternshipsData.FillInternships, IReadOnlyList<Guid>>, InternshipsData.FillInternshipsHandler>()
                    .AddScoped<IRequestHandler<PayListData.FillPayList, Guid>, PayListData.FillPayListHandler>()));
        await SendAsync(host.Services, new CreateUser(email, "Misura", [Role.CompanyOperator], password));
        List<Guid> ids = [];
        for (var from = 0; from < companies; from += InOneTransaction)
        {
            ids.AddRange(await SendAsync(host.Services, new FillBank(from, InOneTransaction)));
            Console.Write($"\r{ids.Count} companies");
        }

        var internships = withPeople ? await FillPeopleAsync(host.Services, password, ids) : [];
        Guid? programme = internships.Count == 0 ? null : await SendAsync(host.Services, new PayListData.FillPayList(TimeProvider.System.GetUtcNow()));
        await host.Services.GetRequiredService<IDatabase>().DisposeAsync();
        if (programme is { } pays)
        {
            await File.WriteAllTextAsync(ProgrammeFile(dataFolder), pays.ToString());
        }

        await File.WriteAllLinesAsync(internshipsFile, internships.Select(id => id.ToString()));
        await File.WriteAllLinesAsync(filled, ids.Select(id => id.ToString()));
        return new(ids, internships, programme);
    }

    /// <summary>The month is closed once: a later measure on the same data leaves it out.</summary>
    public static void MonthIsClosed(string dataFolder) => File.Delete(ProgrammeFile(dataFolder));

    private static string ProgrammeFile(string dataFolder) => Path.Combine(dataFolder, "programme.txt");

    private static async Task<IReadOnlyList<Guid>> FillPeopleAsync(IServiceProvider services, string password, List<Guid> companies)
    {
        await SendAsync(services, new CreateUser(Educator, "Misura Educatrice", [Role.Educator], password));
        await SendAsync(services, new CreateUser(Coordinator, "Misura Coordinatrice", [Role.Coordinator], password));
        await SendAsync(services, new CreateUser(Approver, "Misura Approvatrice", [Role.Coordinator], password));
        await using var scope = services.CreateAsyncScope();
        var educator = (await scope.ServiceProvider.GetRequiredService<IColleagues>().AllAsync(CancellationToken.None)).Single(colleague => colleague.DisplayName == "Misura Educatrice").Id;
        for (var from = 0; from < PeopleData.People; from += PeopleData.InOneTransaction)
        {
            await SendAsync(services, new PeopleData.FillPeople(from, PeopleData.InOneTransaction, educator, TimeProvider.System.GetUtcNow()));
            Console.Write($"\r{from + PeopleData.InOneTransaction} people   ");
        }

        List<Guid> internships = [];
        for (var from = 0; companies.Count > 0 && from < InternshipsData.Internships; from += InternshipsData.InOneTransaction)
        {
            internships.AddRange(await SendAsync(services, new InternshipsData.FillInternships(from, InternshipsData.InOneTransaction, educator, companies, TimeProvider.System.GetUtcNow())));
            Console.Write($"\r{from + InternshipsData.InOneTransaction} internships");
        }

        return internships;
    }

    private static async Task<T> SendAsync<T>(IServiceProvider services, IRequest<T> request)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomePlatform();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>What is on file.</summary>
    /// <param name="Companies">All of them.</param>
    /// <param name="Internships">Those of the educator who is measured; none where there are no companies.</param>
    /// <param name="Programme">What pays the list of the month; null where it was closed by a measure before.</param>
    internal sealed record Filled(IReadOnlyList<Guid> Companies, IReadOnlyList<Guid> Internships, Guid? Programme);

    internal sealed record FillBank(int From, int Count) : ICommand<IReadOnlyList<Guid>>;

    internal sealed class FillBankHandler(IMediator mediator) : IRequestHandler<FillBank, IReadOnlyList<Guid>>
    {
        public async Task<IReadOnlyList<Guid>> Handle(FillBank request, CancellationToken cancellationToken)
        {
            List<Guid> ids = [];
            for (var number = request.From; number < request.From + request.Count; number++)
            {
                var name = $"{Trades[number % Trades.Length]} {Fancies[number / 7 % Fancies.Length]} {number}";
                var company = new CompanyData(
                    name, null, null, CompanyKind.Company, Sectors.All[number % Sectors.All.Count], null, null, $"Via di prova {number}", null, Places[number % Places.Length], number % 60, null, null, null, null, null);
                ids.Add((await mediator.Send(new CreateCompany(company), cancellationToken)).Id);
            }

            return ids;
        }
    }
}
