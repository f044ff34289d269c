"""What people call the columns on an organisation, and on what is sought in one sector.

They stand behind the other words: a lone column of clusters holds organisations, and one beside a
column of organisations the networks that these belong to.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.delegates.reading.wordlists import Words

ORGANISATION_WORDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "networks": Words(
            phrases="clusters networks|networks clusters|cluster network|clusters network"
            "|cluster networks|member clusters|cluster membership|cluster memberships"
            "|network membership|network memberships|cluster netzwerke|netzwerke cluster"
            "|clusterzugehorigkeit|clustermitgliedschaft|netzwerkmitgliedschaft|poles competitivite"
            "|clusters reseaux|reseaux clusters|clusters redes|redes clusters|cluster reti",
            exact="clusters|networks|network|member of|netzwerk|netzwerke|mitglied in|reseau"
            "|reseaux|membre de|red|redes|miembro de|rete|reti|membro di|sieci|klastry|klynger"
            "|kluster|netvaerk|natverk",
            fair="cluster|cluster name|name cluster|cluster organisation",
        ),
        "countries": Words(
            phrases="countries operation|countries activity|countries presence|active countries"
            "|operating countries|countries organisation|organisation countries"
            "|countries company|company countries",
            exact="countries|active in|operates in|presence in|lander|standorte|aktiv in|paises"
            "|paesi|actif dans|kraje|landen|locations",
        ),
        "strengths": Words(
            phrases="key strengths|core strengths|cluster strengths|organisation strengths"
            "|strengths cluster|strengths organisation|core competences|core competencies"
            "|kernkompetenzen|points forts|puntos fuertes|punti forza|pontos fortes",
            exact="strengths|strength|starken|competences|competencies|kompetenzen|competences cles"
            "|fortalezas|competencias|competenze|mocne strony|styrkor|styrker|sterktes",
        ),
        "services": Words(
            phrases="services offered|support services|cluster services|organisation services"
            "|services cluster|services organisation|dienstleistungen|prestations",
            exact="services|service|leistungen|servicios|servizi|servicos|uslugi|tjanster"
            "|tjenester|diensten",
        ),
        "further": Words(
            phrases="further organisations|further organisation|further organizations"
            "|other organisations|other organisation|other organizations|additional organisations"
            "|additional organizations|second organisation|second organization"
            "|weitere organisationen|weitere organisation|autres organisations"
            "|otras organizaciones|altre organizzazioni|outras organizacoes",
            exact="also representing|also represents|also for|vertritt auch|represente aussi"
            "|representa tambien|rappresenta anche",
        ),
        "seeks_by_sector": Words(
            phrases="looking for by sector|seeks by sector|seeking by sector|looking by sector"
            "|suche nach branche|suche je branche|recherche par secteur|busca por sector"
            "|cerca per settore",
        ),
        "offers_by_sector": Words(
            phrases="offers by sector|offer by sector|offering by sector|angebot nach branche"
            "|angebot je branche|offre par secteur|ofrece por sector|offre per settore",
        ),
    }
)
